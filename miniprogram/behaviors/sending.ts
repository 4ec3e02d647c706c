import { CloudError } from '../services/cloud';

type Errors = Record<string, string>;

/** Gives a page one act at a time: pressing twice sends once, and a refusal is told beside its field or in the dock. */
export const sending = Behavior({
  data: { sending: false, problem: '', errors: {} as Errors },
  methods: {
    /** Answers whether it was done; shows what was wrong when it was not. */
    async send(act: () => Promise<unknown>): Promise<boolean> {
      if (this.data.sending) return false;
      this.setData({ sending: true, problem: '', errors: {} });
      try {
        await act();
        return true;
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        const beside = Object.keys(error.fields).length > 0;
        this.setData({ errors: error.fields, problem: beside ? '' : error.message });
        return false;
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
