import { calendarDate } from '../../../../shared/dates';
import { options, PAPERS, RELATIONS, SEXES } from '../../../../shared/labels';
import { groupDigits, meaningOfNumber } from '../../../../shared/reading-numbers';
import { blankTraveller, type TravellerDraft } from '../declaration-draft';

const relations = options(RELATIONS).filter(({ value }) => value !== 'head');

/** Who somebody is that is not on file. Says `change` with `{name, value}` for each answer. */
Component({
  properties: {
    person: { type: Object, value: blankTraveller() as TravellerDraft },
    /** By the names of TravellerDraft: name, number, birthDate, sex, phone, relation. */
    errors: { type: Object, value: {} as Record<string, string> },
    /** Becomes the head of a new household: must have a phone, and is nobody's relation. */
    isHead: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    papers: options(PAPERS),
    sexes: options(SEXES),
    relations,
    today: '',
    grouped: '',
    meaning: '',
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
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.chosen[0] ?? '');
    },
    showPapers() {
      this.setData({ otherPapers: true });
    },
    say(name: string, value: string) {
      this.triggerEvent('change', { name, value });
    },
  },
});
