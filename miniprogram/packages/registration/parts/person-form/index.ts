import { personAnswering } from '../../../../behaviors/person-answering';
import { CARE_CATEGORIES, options, WHEREABOUTS } from '../../../../shared/labels';
import { blankPerson, type PersonDraft } from '../../household-draft';

/** The questions about one person. Says `change` with `{name, value}` for each answer, `leave` when a box is left. */
Component({
  behaviors: [personAnswering],
  properties: {
    person: { type: Object, value: blankPerson() as PersonDraft },
    /** By the names of PersonDraft: name, number, birthDate, sex, phone, relation, whereabouts, registeredResidence. */
    errors: { type: Object, value: {} as Record<string, string> },
    isHead: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: {
    whereabouts: options(WHEREABOUTS),
    categories: options(CARE_CATEGORIES),
    chosenSex: [] as string[],
    chosenRelation: [] as string[],
    chosenWhereabouts: [] as string[],
    /** A number that the file holds is shown masked until somebody wants to change it. */
    changesPapers: false,
    changesPhone: false,
  },
  observers: {
    'person.sex, person.relation, person.whereabouts'(sex: string, relation: string, whereabouts: string) {
      this.setData({ chosenSex: [sex], chosenRelation: [relation], chosenWhereabouts: [whereabouts] });
    },
  },
  methods: {
    chooseCategories(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.say('careCategories', event.detail.chosen);
    },
    leave(event: WechatMiniprogram.CustomEvent<object, object, { name: string }>) {
      this.triggerEvent('leave', { name: event.currentTarget.dataset.name });
    },
    changePapers() {
      this.setData({ changesPapers: true });
    },
    changePhone() {
      this.setData({ changesPhone: true });
    },
    /** Nobody answers at that number any more. A new one may be written in its place. */
    erasePhone() {
      this.say('erasesPhone', true);
    },
  },
});
