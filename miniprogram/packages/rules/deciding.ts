import { CloudError } from '../../services/cloud';
import { ask } from '../../services/tell';

/**
 * A page on which a second officer decides: 通过 asks once more, 退回 asks for a reason in a sheet. The page brings `approve()`, `reject()` and
 * `load()`.
 */
export const deciding = Behavior({
  data: { asking: false, sending: false, problem: '' },
  methods: {
    approve(): Promise<unknown> {
      throw new Error('A page that decides brings its own approve()');
    },
    reject(reason: string): Promise<unknown> {
      throw new Error(`A page that decides brings its own reject(): ${reason}`);
    },
    load(): Promise<void> {
      throw new Error('A page that decides brings its own load()');
    },

    askReason(): void {
      this.setData({ asking: true });
    },
    closeReason(): void {
      this.setData({ asking: false });
    },
    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>): Promise<void> {
      this.setData({ asking: false });
      await this.sendDecision(() => this.reject(event.detail.reason));
    },

    async onApprove(): Promise<void> {
      const confirm = await ask({
        title: '通过？',
        content: '通过以后马上按它办，没办完的申报会重新对照一遍。',
        yes: '通过',
        no: '再看看',
      });
      if (confirm) await this.sendDecision(() => this.approve());
    },

    async sendDecision(send: () => Promise<unknown>): Promise<void> {
      if (this.data.sending) return;
      this.setData({ sending: true, problem: '' });
      try {
        await send();
        await this.load();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
