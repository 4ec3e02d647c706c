import { CloudError } from '../../../services/cloud';
import { previewCheck } from '../../../services/returns';
import { fitStays } from '../../../shared/stays';
import type { StayDraft } from '../declare/declaration-draft';
import { stayRows } from '../stay-rows';
import { errorsOf, factsSent, type Found, type FoundErrors, nobodyFound } from './found';
import { decisionShown, type DecisionShown } from './view';

/** Typing goes on for a moment; then the rules are asked. */
const QUIET_MS = 400;

/** What is found at the door is written, and what would follow from it is asked for as one writes. */
export const finding = Behavior({
  behaviors: [stayRows],
  data: {
    declarationId: '',
    found: nobodyFound,
    errors: {} as FoundErrors,
    feverFrom: 37.3,
    /** What the check would decide; null until temperature and symptoms are there. */
    preview: null as DecisionShown | null,
  },
  methods: {
    write<K extends keyof Found>(changes: Pick<Found, K>, ...answered: string[]): void {
      const errors = Object.entries(this.data.errors).filter(([name]) => !answered.includes(name));
      this.setData({ found: { ...this.data.found, ...changes }, errors: Object.fromEntries(errors) });
      this.askPreview();
    },

    onDigits(event: WechatMiniprogram.CustomEvent<{ digits: string }>): void {
      this.write({ digits: event.detail.digits }, 'temperature');
    },

    onFeel(event: WechatMiniprogram.CustomEvent<{ chosen: Found['symptoms']; none: boolean }>): void {
      this.write({ symptoms: event.detail.chosen, none: event.detail.none }, 'symptoms', 'other');
    },

    onWrite(
      event: WechatMiniprogram.CustomEvent<
        { value: string },
        object,
        { name: 'other' | 'testDate' | 'testPlace' | 'time' }
      >,
    ): void {
      const { name } = event.currentTarget.dataset;
      this.write({ [name]: event.detail.value } as Pick<Found, typeof name>, name, 'test.date', 'arrivedAt');
    },

    onChoose(
      event: WechatMiniprogram.CustomEvent<
        { chosen: string[] },
        object,
        { name: 'contact' | 'healthCode' | 'tested' | 'testResult' }
      >,
    ): void {
      const { name } = event.currentTarget.dataset;
      const [value] = event.detail.chosen;
      // The tiles were made from the labels of this very question.
      if (value !== undefined) this.write({ [name]: value } as Pick<Found, typeof name>, 'test.result');
    },

    /** Another day of arrival moves the window. */
    onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>): void {
      const { value } = event.detail;
      const stays = fitStays(this.data.found.stays, value);
      this.write({ date: value, stays }, 'arrivedAt', 'stays');
    },

    staysNow() {
      const { stays, date } = this.data.found;
      return { stays, arrivalDate: date };
    },

    writeStays(stays: StayDraft[], openStay: number): void {
      this.setData({ openStay });
      this.write({ stays }, 'stays');
    },

    /** Asks what would follow, once there is enough to ask with; only the latest answer counts. */
    askPreview(): void {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
      const { found, feverFrom, lookBackDays } = this.data;
      const facts = factsSent(found);
      const wrong = Object.keys(errorsOf(found, { feverFrom, lookBackDays, now: Date.now() })).length > 0;
      if (facts === undefined || wrong) {
        if (this.data.preview !== null) this.setData({ preview: null });
        return;
      }
      timers.set(
        this,
        setTimeout(() => void this.showPreview(facts), QUIET_MS),
      );
    },

    async showPreview(facts: NonNullable<ReturnType<typeof factsSent>>): Promise<void> {
      const asked = this.data.found;
      try {
        const decision = await previewCheck({ ...facts, declarationId: this.data.declarationId });
        if (asked === this.data.found) this.setData({ preview: decisionShown(decision) });
      } catch (error) {
        // Without a preview one checks as well: the answer then says what applies.
        if (error instanceof CloudError && asked === this.data.found && error.code === 'INVALID_INPUT')
          this.setData({ errors: error.fields });
      }
    },
  },
});

const timers = new WeakMap<object, number>();
