import { loading } from '../../../behaviors/loading';
import { decideClaim, listClaims } from '../../../services/household-phones';
import { textSize } from '../../../services/text-size';
import { claimDeciding } from '../claim-deciding';
import { claimRow, type ClaimRow } from '../phones/rows';

/** Claims in my grids: the grid member, who knows the people, says whether it is them. */
Component({
  behaviors: [loading, textSize, claimDeciding],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
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
        const now = Date.now();
        this.setData({ status: 'ready', claims: (await listClaims()).map((claim) => claimRow(claim, now)) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async onDecide(
      event: WechatMiniprogram.CustomEvent<{ claimId: string; decision: 'confirm' | 'refuse' }>,
    ) {
      const { claimId, decision } = event.detail;
      await this.decide(decision, () => decideClaim(claimId, decision));
      await this.load();
    },
  },
});
