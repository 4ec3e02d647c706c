import { CloudError } from '../../../services/cloud';
import { keepRoundReminders, readRoundReminder } from '../../../services/rounds';

/** Gives the page of an order that was just placed its offer: a message, should the round be cancelled. */
export const reminding = Behavior({
  data: {
    /** The template to ask WeChat for; empty where there is nothing to offer. */
    reminderId: '',
  },
  methods: {
    /** Never an obstacle: without a network the app itself says it. */
    async offerReminder(): Promise<void> {
      try {
        const { templateId, left } = await readRoundReminder();
        if (templateId !== null && left === 0) this.setData({ reminderId: templateId });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    /** WeChat shows its dialog to a finger only, so it runs inside the tap itself. */
    async allowReminder(): Promise<void> {
      const { reminderId } = this.data;
      try {
        const answers: Record<string, string> = await wx.requestSubscribeMessage({ tmplIds: [reminderId] });
        if (answers[reminderId] !== 'accept') return;
        await keepRoundReminders(1);
        this.setData({ reminderId: '' });
        void wx.showToast({ title: '记下了，取消会发消息', icon: 'none' });
      } catch {
        // Switched off in WeChat, or offline: the app itself says it.
      }
    },
  },
});
