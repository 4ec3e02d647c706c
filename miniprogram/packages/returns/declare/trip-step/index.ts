import { options } from '../../../../shared/labels';
import { dayAfter } from '../../../../shared/stays';
import { hasNumber } from '../check-declaration';
import { blankDeclaration, TRANSPORTS, type DeclarationDraft } from '../declaration-draft';

/** Somebody may declare after having come, and as long before as one plans a journey. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 60;

const NUMBER_LABELS: Readonly<Record<string, string>> = {
  train: '车次',
  coach: '车次或车牌',
  flight: '航班号',
  ship: '船班号',
};
const NUMBER_EXAMPLES: Readonly<Record<string, string>> = {
  train: '例如 G2204',
  coach: '车票上有',
  flight: '例如 CA4103',
  ship: '船票上有',
};

/** How and when somebody comes. Says `change` with `{name, value}`. */
Component({
  properties: {
    draft: { type: Object, value: blankDeclaration('') as DeclarationDraft },
    /** By the wire's paths: `trip.transport.number`. */
    errors: { type: Object, value: {} as Record<string, string> },
    today: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    transports: options(TRANSPORTS),
    numberLabel: '',
    numberExample: '',
    numbered: false,
    firstDay: '',
    lastDay: '',
  },
  observers: {
    'draft.transport'(transport: string) {
      this.setData({
        numbered: hasNumber(transport),
        numberLabel: NUMBER_LABELS[transport] ?? '',
        numberExample: NUMBER_EXAMPLES[transport] ?? '',
      });
    },
    today(today: string) {
      if (today !== '')
        this.setData({ firstDay: dayAfter(today, -DAYS_BACK), lastDay: dayAfter(today, DAYS_AHEAD) });
    },
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.triggerEvent('change', { name: event.currentTarget.dataset.name, value: event.detail.value });
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.triggerEvent('change', { name: 'transport', value: event.detail.chosen[0] ?? '' });
    },
  },
});
