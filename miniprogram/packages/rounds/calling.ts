import { CloudError } from '../../services/cloud';
import { openHouseholdPhone } from '../../services/rounds';
import { tell } from '../../services/tell';

/** Gives a list of households its 打电话: the number is opened for this call, recorded, and never shown. */
export const calling = Behavior({
  methods: {
    async call(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>): Promise<void> {
      let phoneNumber: string;
      try {
        phoneNumber = await openHouseholdPhone(event.currentTarget.dataset.id);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('打不了电话', error.message);
        return;
      }
      try {
        await wx.makePhoneCall({ phoneNumber });
      } catch {
        // Pressing 取消 on the phone's own question is no failure.
      }
    },
  },
});
