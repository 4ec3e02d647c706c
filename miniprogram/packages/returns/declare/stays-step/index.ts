import { dayText, daysBetween } from '../../../../shared/dates';
import { windowDays } from '../../../../shared/stays';
import type { StayDraft } from '../declaration-draft';
import { stayProblems, type StayProblem } from '../stay-problems';

type StayRow = StayDraft & {
  number: number;
  days: string;
  isOpen: boolean;
  problem: StayProblem | null;
};

/** 过去 14 天住过哪里: the squares, and a card a stay. Says `place`, `date`, `edit`, `remove` with `{index}`, and `add`. */
Component({
  properties: {
    stays: { type: Array, value: [] as StayDraft[] },
    arrivalDate: { type: String, value: '' },
    lookBackDays: { type: Number, value: 0 },
    /** The stay whose dates are being written. */
    open: { type: Number, value: -1 },
    error: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { rows: [] as StayRow[], firstDay: '', range: '' },
  observers: {
    'stays, arrivalDate, lookBackDays, open'(
      stays: StayDraft[],
      arrivalDate: string,
      lookBackDays: number,
      open: number,
    ) {
      if (arrivalDate === '' || lookBackDays === 0) return;
      const [firstDay = ''] = windowDays(arrivalDate, lookBackDays);
      const problems = stayProblems(stays, arrivalDate, lookBackDays);
      const rows = stays.map((stay, index) => {
        const problem = problems.find((one) => one.index === index) ?? null;
        return {
          ...stay,
          number: index + 1,
          days: daysOf(stay),
          isOpen: index === open || problem !== null,
          problem,
        };
      });
      this.setData({
        rows,
        firstDay,
        range: `从 ${dayText(firstDay)} 到 ${dayText(arrivalDate)}，每天都要写到`,
      });
    },
  },
  methods: {
    place(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('place', { index: event.currentTarget.dataset.index });
    },
    edit(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('edit', { index: event.currentTarget.dataset.index });
    },
    remove(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('remove', { index: event.currentTarget.dataset.index });
    },
    date(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number; end: 'from' | 'to' }>,
    ) {
      const { index, end } = event.currentTarget.dataset;
      this.triggerEvent('date', { index, end, value: event.detail.value });
    },
    add() {
      this.triggerEvent('add');
    },
  },
});

/** 2月27日 到 3月8日 · 10 天 */
function daysOf({ from, to }: StayDraft): string {
  if (to < from) return `${dayText(from)} 到 ${dayText(to)}`;
  const days = `${daysBetween(from, to) + 1} 天`;
  return from === to ? `${dayText(from)} · ${days}` : `${dayText(from)} 到 ${dayText(to)} · ${days}`;
}
