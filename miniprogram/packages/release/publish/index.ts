import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { today } from '../../../services/home';
import { draftPublication, publishList } from '../../../services/release';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { shortPlace } from '../../../shared/places';
import { type Team, teamsOf } from '../published-rows';
import { type VillageChoice, villagesOf } from './villages';

/** What will be published is looked at first; what was looked at is what gets published. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    villages: [] as VillageChoice[],
    gridId: '',
    place: '',
    people: 0,
    teams: [] as Team[],
    digest: '',
    requestId: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { gridId?: string }) {
      this.setData({ gridId: query.gridId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        if (this.data.villages.length === 0) {
          const villages = await villagesOf((await today()).posts);
          this.setData({ villages, gridId: this.data.gridId || (villages[0]?.value ?? '') });
        }
        const { gridId } = this.data;
        const { place, rows, digest } = await draftPublication(gridId);
        // Another village was chosen while this answer was on its way.
        if (gridId !== this.data.gridId) return;
        this.setData({
          status: 'ready',
          place: shortPlace(place),
          people: rows.length,
          teams: teamsOf(rows),
          digest,
        });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        this.setData({ status: 'failed', problem });
      }
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const [gridId] = event.detail.chosen;
      if (gridId === undefined) return;
      this.setData({ gridId });
      void this.load();
    },

    async publish() {
      const { digest, gridId, requestId, sending } = this.data;
      if (sending) return;
      this.setData({ sending: true });
      try {
        await publishList({ requestId, gridId, digest });
        await tell('公示了', '这个村的住户打开“公示名单”就能看到。');
        void wx.navigateBack();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有公示', error.message);
        if (error.code === 'CONFLICT') await this.load();
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
