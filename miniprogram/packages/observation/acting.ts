import { scrollToWrong } from '../../behaviors/scroll-to-wrong';
import { CloudError } from '../../services/cloud';
import { makeRequestId } from '../../services/request-id';

type Act = { requestId: string; observationId: string };

/** A page on which somebody on duty fills in one act about one person; done, it goes back to the record. */
export const acting = Behavior({
  data: {
    observationId: '',
    requestId: '',
    sending: false,
    /** By question; `all` is what belongs to none. */
    errors: {} as Record<string, string>,
  },
  methods: {
    async begin(query: { observationId?: string }): Promise<void> {
      this.setData({
        observationId: decodeURIComponent(query.observationId ?? ''),
        requestId: await makeRequestId(),
      });
    },

    /** Says what is wrong beside the questions, or sends; pressing twice acts once. */
    async act(
      wrong: Record<string, string>,
      send: (act: Act) => Promise<unknown>,
      done: string,
    ): Promise<void> {
      const { sending, requestId, observationId } = this.data;
      if (sending) return;
      const errors = Object.fromEntries(Object.entries(wrong).filter(([, words]) => words !== ''));
      this.setData({ errors });
      if (Object.keys(errors).length > 0) {
        scrollToWrong(this);
        return;
      }
      this.setData({ sending: true });
      try {
        await send({ requestId, observationId });
        await wx.navigateBack();
        void wx.showToast({ title: done, icon: 'none', duration: 2500 });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ sending: false, errors: { all: error.message, ...error.fields } });
      }
    },
  },
});
