import type { RulebookView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { proposeRulebook, readRules } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { type Errors, without } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { MEASURES } from '../../../shared/labels';
import {
  AFTER_OPTIONS,
  errorsOf,
  FIRST_DAYS,
  type Form,
  formOf,
  MEASURE_OPTIONS,
  proposalOf,
  SYMPTOM_OPTIONS,
  wrongRows,
} from './form';

/** What a version starts from. It holds more than the form writes, so it stays beside the page's data. */
const starts = new WeakMap<object, RulebookView>();

type Place = { name: string };
type Touch = WechatMiniprogram.TouchEvent<object, object, { index: number }>;

/** A new version of the rules, from what is in force or from a disease that came with the program. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    start: 'current',
    requestId: '',
    today: '',
    form: {} as Form,
    errors: {} as Errors,
    measures: MEASURE_OPTIONS,
    afters: AFTER_OPTIONS,
    symptoms: SYMPTOM_OPTIONS,
    firstDays: FIRST_DAYS,
    measureNames: MEASURES,
    problem: '',
    sending: false,
  },
  methods: {
    onLoad(query: { start?: string }) {
      this.setData({ start: query.start ?? 'current', today: calendarDate(Date.now()) });
      void this.load();
    },

    async load() {
      try {
        const { rulebook, shipped } = await readRules();
        const start = shipped.find(({ profile }) => profile.disease === this.data.start) ?? rulebook;
        starts.set(this, start);
        this.setData({
          status: 'ready',
          form: formOf(start, this.data.today),
          requestId: await makeRequestId(),
        });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, Place>) {
      this.set(event.currentTarget.dataset.name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, Place>) {
      this.set(event.currentTarget.dataset.name, event.detail.chosen[0] ?? '');
    },
    chooseSeveral(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, Place>) {
      this.set(event.currentTarget.dataset.name, event.detail.chosen);
    },
    /** `rows.3.days` is where its error stands; `form.rows[3].days` where its answer does. */
    set(name: string, value: unknown) {
      const errors = without(this.data.errors, name);
      this.setData({ [`form.${name.replace(/\.(\d+)\./g, '[$1].')}`]: value, errors });
    },

    toggle(event: Touch) {
      const { index } = event.currentTarget.dataset;
      this.setData({ [`form.rows[${index}].open`]: this.data.form.rows[index]?.open !== true });
    },

    async send() {
      const start = starts.get(this);
      if (this.data.sending || start === undefined) return;
      const { form, requestId } = this.data;
      this.setData({ sending: true, problem: '', errors: {} });
      try {
        const { version } = await proposeRulebook(proposalOf(form, start, requestId));
        await wx.redirectTo({ url: `../proposal/index?version=${version}` });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.showErrors(error);
      } finally {
        this.setData({ sending: false });
      }
    },

    showErrors({ fields, message }: CloudError) {
      const errors = errorsOf(fields);
      const opened = wrongRows(errors).map((index) => [`form.rows[${index}].open`, true] as const);
      this.setData({ ...Object.fromEntries(opened), errors, problem: message });
      if (Object.keys(errors).length > 0) scrollToWrong(this);
    },
  },
});
