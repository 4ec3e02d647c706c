import { textSize } from '../../../services/text-size';
import { checkPeople, errorsOfPerson } from '../check-household';
import { householdKeeping } from '../draft-keeping';
import { readHouseholdDraft } from '../draft-store';
import { isUntouched, type PersonDraft } from '../household-draft';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';

/** Questions judged as soon as their box is left; the others wait for 存好. */
type Judged = 'name' | 'number' | 'phone';
const isJudged = (name: string): name is Judged => ['name', 'number', 'phone'].includes(name);

/** One person of a household's draft: added, changed or taken off. What is written is in the draft at once. */
Component({
  behaviors: [textSize, householdKeeping],
  data: {
    index: 0,
    isHead: false,
    isNew: false,
    errors: {} as Errors,
    removed: false,
  },
  lifetimes: {
    detached() {
      this.takeOffUntouched();
    },
  },
  methods: {
    onLoad(query: { draft?: string; index?: string }) {
      const name = query.draft ?? '';
      const index = Number(query.index ?? 0);
      const draft = readHouseholdDraft(name);
      const person = draft?.people[index];
      if (!draft || !person) {
        // Opened from a card or an old address: there is no form to go back to.
        void wx.switchTab({ url: '/pages/home/index' });
        return;
      }
      this.useDraft(name, draft);
      this.setData({ index, isHead: index === 0, isNew: isUntouched(person) });
      void wx.setNavigationBarTitle({
        title: index === 0 ? '户主' : this.data.isNew ? '添加家人' : '修改家人',
      });
    },

    person(): PersonDraft | undefined {
      return this.data.draft.people[this.data.index];
    },

    onChange(event: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>) {
      const { name, value } = event.detail;
      const { index, errors } = this.data;
      this.write(`people[${index}].${name}`, value);
      if (name in errors) this.setData({ errors: without(errors, name) });
    },

    onLeave(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
      const { name } = event.detail;
      if (!isJudged(name)) return;
      const given = this.person()?.[name] !== '';
      const wrong = this.wrong()[name] ?? '';
      if (given && wrong !== '') this.setData({ errors: { ...this.data.errors, [name]: wrong } });
    },

    wrong(): Errors {
      return errorsOfPerson(checkPeople(this.data.draft), this.data.index);
    },

    save() {
      const errors = this.wrong();
      this.setData({ errors });
      if (hasErrors(errors)) {
        scrollToWrong(this.selectComponent('#person'));
        return;
      }
      this.keepDraftNow();
      void wx.navigateBack();
    },

    async remove() {
      const name = this.person()?.name ?? '';
      const { confirm } = await wx.showModal({
        title: name === '' ? '不登记这位家人了？' : `不登记${name}了？`,
        content: '写好的内容会从草稿里去掉',
        confirmText: '去掉',
        confirmColor: '#b0301f',
        cancelText: '留着',
      });
      if (!confirm) return;
      this.takeOff();
      void wx.navigateBack();
    },

    takeOff() {
      const { draft, index } = this.data;
      this.setData({ removed: true });
      this.write(
        'people',
        draft.people.filter((_, i) => i !== index),
      );
      this.keepDraftNow();
    },

    /** Somebody opened an empty form and went back: no empty row stays behind. */
    takeOffUntouched() {
      const person = this.person();
      if (!this.data.removed && this.data.isNew && person && isUntouched(person)) this.takeOff();
    },
  },
});
