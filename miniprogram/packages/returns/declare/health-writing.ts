import { type Errors, hasErrors } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { checkTraveller } from './check-declaration';
import { photoKeeping } from './photo-keeping';

/** What the check calls an answer, where that isn't `health.` and its name. */
const PATHS: Readonly<Record<string, string>> = {
  healthCode: 'healthCode',
  tested: 'tested',
  testDate: 'test.date',
  testResult: 'test.result',
  none: 'health.symptoms',
};

/** 健康 is written: of one traveller after the other. */
export const healthWriting = Behavior({
  behaviors: [photoKeeping],
  methods: {
    forget(...paths: string[]): void {
      throw new Error(`A page that asks brings its own forget(): ${paths.join()}`);
    },

    showErrors(errors: Errors): void {
      throw new Error(`A page that asks brings its own showErrors(): ${Object.keys(errors).join()}`);
    },

    leadToWrong(): void {
      throw new Error('A page that asks brings its own leadToWrong()');
    },

    onHealth(event: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>): void {
      const { name, value } = event.detail;
      const at = this.data.draft.traveller;
      this.write(`travellers[${at}].${name}`, value);
      this.forget(`travellers.${at}.${PATHS[name] ?? `health.${name}`}`);
    },

    onPickTraveller(event: WechatMiniprogram.CustomEvent<{ index: number }>): void {
      this.showTraveller(event.detail.index, {});
    },

    showTraveller(index: number, errors: Errors): void {
      this.write('traveller', index);
      this.keepDraftNow();
      this.showErrors(errors);
      this.showUploads();
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    /** True while somebody is still to be asked, or was answered for wrongly. */
    goesOnToTraveller(): boolean {
      const { draft } = this.data;
      const today = calendarDate(Date.now());
      const wrongOf = (index: number): Errors => {
        const person = draft.travellers[index];
        return person ? checkTraveller(person, index, today) : {};
      };
      const own = wrongOf(draft.traveller);
      if (hasErrors(own)) {
        this.showErrors(own);
        this.leadToWrong();
        return true;
      }
      const next = draft.travellers.findIndex((_, index) => hasErrors(wrongOf(index)));
      if (next >= 0) this.showTraveller(next, {});
      return next >= 0;
    },
  },
});
