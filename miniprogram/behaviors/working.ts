import { CloudError } from '../services/cloud';

/** A page with several things to do, one at a time: `busy` names the one under way, `problem` says what went wrong. */
export const working = Behavior({
  data: { busy: '' as string, problem: '' },
  methods: {
    async during(busy: string, work: () => Promise<void>): Promise<void> {
      if (this.data.busy !== '') return;
      this.setData({ busy, problem: '' });
      try {
        await work();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.showProblem(error);
      } finally {
        this.setData({ busy: '' });
      }
    },

    /** A page that shows what is wrong beside its fields brings its own. */
    showProblem({ message }: CloudError): void {
      this.setData({ problem: message });
    },
  },
});
