import { readDraft, type Draft } from '../services/drafts';
import { hasErrors, without, type Errors } from '../shared/form-errors';
import { draftKeeping } from './draft-keeping';
import { scrollToWrong } from './scroll-to-wrong';

/** What is told of a draft with people in it: its blank form and shape, where people stand in it, and who among them is nobody yet. */
type Drafted<T extends Draft, P> = {
  blank: T;
  isCurrent: (value: object) => value is T;
  path: string;
  peopleOf: (draft: T) => readonly P[];
  isUntouched: (person: P) => boolean;
};

/**
 * A page about one person of a draft: what is written is in the draft at once, and an empty form that somebody left leaves no empty row.
 * The page brings `wrong()`, what is wrong with this person by the names of the questions, and its `#person` form.
 */
export const personKeeping = <T extends Draft, P>({
  blank,
  isCurrent,
  path,
  peopleOf,
  isUntouched,
}: Drafted<T, P>) =>
  Behavior({
    behaviors: [draftKeeping(blank, isCurrent)],
    data: { index: 0, isNew: false, errors: {} as Errors, removed: false },
    lifetimes: {
      detached() {
        this.takeOffUntouched();
      },
    },
    methods: {
      /** Leads home and answers false without a form to go back to: the page was opened from a card or an old address. */
      openPerson({ draft: name = '', index: place = '0' }: { draft?: string; index?: string }): boolean {
        const index = Number(place);
        const draft = readDraft(name, isCurrent);
        const person = draft && peopleOf(draft)[index];
        if (!draft || !person) {
          void wx.switchTab({ url: '/pages/home/index' });
          return false;
        }
        this.useDraft(name, draft);
        this.setData({ index, isNew: isUntouched(person) });
        return true;
      },

      person(): P | undefined {
        return peopleOf(this.data.draft)[this.data.index];
      },

      wrong(): Errors {
        throw new Error('A page about a person of a draft brings its own wrong()');
      },

      onChange(event: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>): void {
        const { name, value } = event.detail;
        const { index, errors } = this.data;
        this.write(`${path}[${index}].${name}`, value);
        if (name in errors) this.setData({ errors: without(errors, name) });
      },

      save(): void {
        const errors = this.wrong();
        this.setData({ errors });
        if (hasErrors(errors)) {
          scrollToWrong(this.selectComponent('#person'));
          return;
        }
        this.keepDraftNow();
        void wx.navigateBack();
      },

      takeOff(): void {
        const { draft, index } = this.data;
        this.setData({ removed: true });
        this.write(
          path,
          peopleOf(draft).filter((_, at) => at !== index),
        );
        this.keepDraftNow();
      },

      /** Somebody opened an empty form and went back: no empty row stays behind. */
      takeOffUntouched(): void {
        const person = this.person();
        if (!this.data.removed && this.data.isNew && person && isUntouched(person)) this.takeOff();
      },
    },
  });
