import { CloudError } from '../../../services/cloud';
import { invite } from '../../../services/household-phones';
import { textSize } from '../../../services/text-size';
import { momentText } from '../../../shared/dates';

/** Halves of a code are easier to read aloud: ABCD 2345. */
const spoken = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Gives one member of the family a code for their own phone. */
Component({
  behaviors: [textSize],
  data: { personId: '', name: '', code: '', shown: '', until: '', problem: '', sending: false },
  methods: {
    onLoad(query: { personId?: string; name?: string }) {
      this.setData({ personId: query.personId ?? '', name: decodeURIComponent(query.name ?? '') });
    },

    async make() {
      if (this.data.sending) return;
      this.setData({ sending: true, problem: '' });
      try {
        const { code, expiresAt } = await invite(this.data.personId);
        const until = momentText(expiresAt, Date.now());
        this.setData({ code, shown: spoken(code), until, sending: false });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      }
    },

    copy() {
      const { code } = this.data;
      void wx.setClipboardData({ data: `村安邀请码 ${code}，24 小时内有效，用一次` });
    },
  },
});
