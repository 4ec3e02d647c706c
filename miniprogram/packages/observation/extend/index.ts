import { extendObservation } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongWords } from '../../../shared/words';
import { acting } from '../acting';

/** As the contract has it. */
const MOST_DAYS = 28;

/** 延长观察: so many days more, and why. */
Component({
  behaviors: [acting, textSize],
  data: { days: '', reason: '' },
  methods: {
    async onLoad(query: { observationId?: string }) {
      await this.begin(query);
    },
    onDays(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ days: event.detail.value });
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },
    async save() {
      const days = Number(this.data.days);
      const reason = oneLine(this.data.reason);
      const isRight = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
      const wrong = {
        days: isRight ? '' : `请填 1 到 ${MOST_DAYS} 之间的天数`,
        reason: wrongWords(reason, '原因', { min: 2, max: 100 }),
      };
      await this.act(wrong, (act) => extendObservation({ ...act, days, reason }), `延长了 ${days} 天`);
    },
  },
});
