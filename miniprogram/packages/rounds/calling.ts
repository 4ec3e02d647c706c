import { dial } from '../../services/dial';
import { openHouseholdPhone } from '../../services/rounds';

/** Gives a list of households its 打电话: the number is opened for this call, recorded, and never shown. */
export const calling = Behavior({
  methods: {
    async call(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>): Promise<void> {
      await dial(() => openHouseholdPhone(event.currentTarget.dataset.id));
    },
  },
});
