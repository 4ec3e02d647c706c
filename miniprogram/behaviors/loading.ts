import { CloudError } from '../services/cloud';

/** Nobody's decision: the same question may well be answered in a moment. */
const PASSING: readonly string[] = ['NETWORK', 'INTERNAL', 'TOO_MANY_REQUESTS'];

/** A page that loads what it shows: 再试一次 and pulling down load again. The page brings `load()` and its own `status`. */
export const loading = Behavior({
  data: {
    status: 'loading' as string,
    /** Why the page has nothing to show, in the cloud's words; empty when it was the network. */
    failure: '',
  },
  methods: {
    load(): Promise<void> {
      throw new Error('A page that loads brings its own load()');
    },

    /** `load` failed. What is on the screen stays, unless the cloud said that it is not, or no longer, to be seen here. */
    showFailure(error: unknown): void {
      const { code, message } =
        error instanceof CloudError ? error : { code: 'NETWORK' as const, message: '' };
      if (this.data.status === 'ready' && PASSING.includes(code)) return;
      this.setData({ status: 'failed', failure: code === 'NETWORK' ? '' : message });
    },

    retry(): void {
      this.setData({ status: 'loading' });
      void this.load();
    },

    async onPullDownRefresh(): Promise<void> {
      await this.load();
      await wx.stopPullDownRefresh();
    },
  },
});
