import { calendarDate } from '../shared/dates';
import { options, PAPERS, RELATIONS, SEXES } from '../shared/labels';
import { groupDigits, meaningOfNumber } from '../shared/reading-numbers';

const relations = options(RELATIONS).filter(({ value }) => value !== 'head');

/** The questions who somebody is. The component has a `person`, and says `change` with `{name, value}` for each answer. */
export const personAnswering = Behavior({
  data: {
    papers: options(PAPERS),
    sexes: options(SEXES),
    relations,
    today: '',
    grouped: '',
    meaning: '',
    /** Most people have an identity card: other papers are offered only when asked for. */
    otherPapers: false,
  },
  observers: {
    'person.papersType, person.number'(papersType: string, number: string) {
      const today = calendarDate(Date.now());
      const isId = papersType === 'residentId';
      this.setData({
        today,
        grouped: isId ? groupDigits(number) : '',
        meaning: isId ? meaningOfNumber(number, today) : '',
      });
    },
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>): void {
      this.say(event.currentTarget.dataset.name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>): void {
      this.say(event.currentTarget.dataset.name, event.detail.chosen[0] ?? '');
    },
    showPapers(): void {
      this.setData({ otherPapers: true });
    },
    say(name: string, value: string | string[] | boolean): void {
      this.triggerEvent('change', { name, value });
    },
  },
});
