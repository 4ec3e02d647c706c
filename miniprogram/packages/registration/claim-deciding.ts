import { CloudError } from '../../services/cloud';
import { ask, tell } from '../../services/tell';

/** Gives a page what follows on 是 or 不是 about a claim: one at a time, asked once more, and told how it went. */
export const claimDeciding = Behavior({
  data: { deciding: false },
  methods: {
    async decide(decision: 'confirm' | 'refuse', send: () => Promise<unknown>): Promise<void> {
      if (this.data.deciding || !(await this.isMeant(decision))) return;
      this.setData({ deciding: true });
      try {
        await send();
        void wx.showToast({
          title: decision === 'confirm' ? '确认好了，对方能看档案了' : '已经回绝',
          icon: 'none',
          duration: 2500,
        });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.message);
      } finally {
        this.setData({ deciding: false });
      }
    },

    async isMeant(decision: 'confirm' | 'refuse'): Promise<boolean> {
      return ask(
        decision === 'confirm'
          ? {
              title: '确认是本人？',
              content: '确认以后，这部手机就能看全家的档案，也能改。',
              yes: '是本人',
              no: '再想想',
            }
          : {
              title: '不是本人？',
              content: '回绝以后，这部手机什么也看不到。',
              yes: '回绝',
              takesAway: true,
              no: '再想想',
            },
      );
    },
  },
});
