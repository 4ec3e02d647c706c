import { loading } from '../../../behaviors/loading';
import { decideOurClaim, ourPhones } from '../../../services/household-phones';
import { textSize } from '../../../services/text-size';
import { claimDeciding } from '../claim-deciding';
import { claimRow, phoneRow, type ClaimRow, type PhoneRow } from './rows';

/** 家人的手机: whose phones open our file, who asks to, and the way to let somebody in. */
Component({
  behaviors: [loading, textSize, claimDeciding],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    isHead: false,
    people: [] as PhoneRow[],
    claims: [] as ClaimRow[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { isHead, people, claims } = await ourPhones();
        const now = Date.now();
        this.setData({
          status: 'ready',
          isHead,
          people: people.map(phoneRow),
          claims: claims.map((claim) => claimRow(claim, now)),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async onDecide(
      event: WechatMiniprogram.CustomEvent<{ claimId: string; decision: 'confirm' | 'refuse' }>,
    ) {
      const { claimId, decision } = event.detail;
      await this.decide(decision, () => decideOurClaim(claimId, decision));
      await this.load();
    },

    invite(event: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
      const { id, name } = event.currentTarget.dataset;
      void wx.navigateTo({
        url: `../invite/index?personId=${encodeURIComponent(id)}&name=${encodeURIComponent(name)}`,
      });
    },
  },
});
