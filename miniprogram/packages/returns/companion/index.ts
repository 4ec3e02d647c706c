import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { textSize } from '../../../services/text-size';
import { checkPerson, errorsOfTraveller } from '../declare/check-declaration';
import type { TravellerDraft } from '../declare/declaration-draft';
import { declarationKeeping } from '../declare/draft-keeping';
import { readDeclarationDraft } from '../declare/draft-store';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';

/** One companion of a declaration's draft, who is not on file. What is written is in the draft at once. */
Component({
  behaviors: [textSize, declarationKeeping],
  data: { index: 0, isNew: false, errors: {} as Errors, removed: false },
  lifetimes: {
    detached() {
      this.takeOffUntouched();
    },
  },
  methods: {
    onLoad(query: { draft?: string; index?: string }) {
      const name = query.draft ?? '';
      const index = Number(query.index ?? 0);
      const draft = readDeclarationDraft(name);
      const person = draft?.travellers[index];
      if (!draft || !person) {
        // Opened from an old address: there is no form to go back to.
        void wx.switchTab({ url: '/pages/home/index' });
        return;
      }
      this.useDraft(name, draft);
      this.setData({ index, isNew: isUntouched(person) });
    },

    person(): TravellerDraft | undefined {
      return this.data.draft.travellers[this.data.index];
    },

    onChange(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
      const { name, value } = event.detail;
      const { index, errors } = this.data;
      this.write(`travellers[${index}].${name}`, value);
      if (name in errors) this.setData({ errors: without(errors, name) });
    },

    save() {
      const person = this.person();
      if (person === undefined) return;
      const { index } = this.data;
      const errors = errorsOfTraveller(checkPerson(person, index, false), index);
      this.setData({ errors });
      if (hasErrors(errors)) {
        scrollToWrong(this.selectComponent('#person'));
        return;
      }
      this.keepDraftNow();
      void wx.navigateBack();
    },

    takeOff() {
      const { draft, index } = this.data;
      this.setData({ removed: true });
      this.write(
        'travellers',
        draft.travellers.filter((_, at) => at !== index),
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

const isUntouched = ({ name, number, phone, relation }: TravellerDraft): boolean =>
  name === '' && number === '' && phone === '' && relation === '';
