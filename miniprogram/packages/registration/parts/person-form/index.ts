import { calendarDate } from '../../../../shared/dates';
import { CARE_CATEGORIES, options, PAPERS, RELATIONS, SEXES, WHEREABOUTS } from '../../../../shared/labels';
import { blankPerson, type PersonDraft } from '../../household-draft';
import { groupDigits, meaningOfNumber } from '../../../../shared/reading-numbers';

const relations = options(RELATIONS).filter(({ value }) => value !== 'head');

/** The questions about one person. Says `change` with `{name, value}` for each answer, `leave` when a box is left. */
Component({
  properties: {
    person: { type: Object, value: blankPerson() as PersonDraft },
    /** By the names of PersonDraft: name, number, birthDate, sex, phone, relation, whereabouts, registeredResidence. */
    errors: { type: Object, value: {} as Record<string, string> },
    isHead: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    papers: options(PAPERS),
    sexes: options(SEXES),
    relations,
    whereabouts: options(WHEREABOUTS),
    categories: options(CARE_CATEGORIES),
    today: '',
    grouped: '',
    meaning: '',
    chosenPapers: [] as string[],
    chosenSex: [] as string[],
    chosenRelation: [] as string[],
    chosenWhereabouts: [] as string[],
    /** A number that the file holds is shown masked until somebody wants to change it. */
    changesPapers: false,
    /** Most people have an identity card: other papers are offered only when asked for. */
    otherPapers: false,
    changesPhone: false,
  },
  observers: {
    'person.papersType, person.number'(papersType: string, number: string) {
      const today = calendarDate(Date.now());
      const isId = papersType === 'residentId';
      this.setData({
        today,
        grouped: isId ? groupDigits(number) : '',
        meaning: isId ? meaningOfNumber(number, today) : '',
        chosenPapers: [papersType],
      });
    },
    'person.sex, person.relation, person.whereabouts'(sex: string, relation: string, whereabouts: string) {
      this.setData({ chosenSex: [sex], chosenRelation: [relation], chosenWhereabouts: [whereabouts] });
    },
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.chosen[0] ?? '');
    },
    chooseCategories(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.say('careCategories', event.detail.chosen);
    },
    leave(event: WechatMiniprogram.CustomEvent<object, object, { name: string }>) {
      this.triggerEvent('leave', { name: event.currentTarget.dataset.name });
    },
    showPapers() {
      this.setData({ otherPapers: true });
    },
    changePapers() {
      this.setData({ changesPapers: true });
    },
    changePhone() {
      this.setData({ changesPhone: true });
    },
    /** Nobody answers at that number any more. A new one may be written in its place. */
    erasePhone() {
      this.triggerEvent('change', { name: 'erasesPhone', value: true });
    },
    say(name: string, value: string | string[]) {
      this.triggerEvent('change', { name, value });
    },
  },
});
