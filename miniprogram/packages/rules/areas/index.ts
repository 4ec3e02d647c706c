import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { listAreas, proposeEnds, readRules } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { oneLine } from '../../../shared/words';
import { areaRow, type AreaRow } from '../area-rows';
import type { Errors } from '../errors';

const WHEN = [
  { value: 'today', text: '今天有效的' },
  { value: 'ever', text: '以前的也看' },
];
type Ending = { validTo: string; organisation: string; documentNumber: string };
const noEnding = (today: string): Ending => ({ validTo: today, organisation: '', documentNumber: '' });

/** The risk areas in force, or all that ever were. The office chooses some to end them: nothing is deleted. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    whens: WHEN,
    when: 'today' as 'today' | 'ever',
    words: '',
    rows: [] as AreaRow[],
    /** Where the next page starts; empty at the end. */
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
    isOffice: false,
    chosen: 0,
    today: '',
    requestId: '',
    ending: noEnding(''),
    errors: {} as Errors,
    problem: '',
    sending: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { when } = this.data;
        const words = oneLine(this.data.words);
        const [{ rows, next }, { isOffice }] = await Promise.all([listAreas({ when, words }), readRules()]);
        const today = calendarDate(Date.now());
        this.setData({
          status: 'ready',
          rows: rows.map(areaRow),
          next: next ?? '',
          isOffice,
          chosen: 0,
          today,
          ending: noEnding(today),
          errors: {},
          problem: '',
        });
      } catch (error) {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
        else if (error instanceof CloudError) this.setData({ problem: error.message });
      }
    },

    async onReachBottom() {
      const { next, when, words, rows, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listAreas({ when, words: oneLine(words), after: next });
        const added = page.rows.map((row, i) => [`rows[${rows.length + i}]`, areaRow(row)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },
    chooseWhen(event: WechatMiniprogram.CustomEvent<{ chosen: ('today' | 'ever')[] }>) {
      this.setData({ when: event.detail.chosen[0] ?? 'today' });
      void this.load();
    },

    pick(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      const row = this.data.rows[index];
      if (!row || row.ended || !this.data.isOffice) return;
      const chosen = this.data.chosen + (row.chosen ? -1 : 1);
      this.setData({ [`rows[${index}].chosen`]: !row.chosen, chosen });
    },

    writeEnding(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: keyof Ending }>) {
      this.setData({ [`ending.${event.currentTarget.dataset.name}`]: event.detail.value, errors: {} });
    },

    add() {
      void wx.navigateTo({ url: '../add-areas/index' });
    },

    async end() {
      if (this.data.sending) return;
      this.setData({ sending: true, problem: '', errors: {} });
      const { ending, rows, today } = this.data;
      const requestId = this.data.requestId === '' ? await makeRequestId() : this.data.requestId;
      this.setData({ requestId });
      try {
        const { listId } = await proposeEnds({
          requestId,
          source: { organisation: ending.organisation, documentNumber: ending.documentNumber, date: today },
          areaIds: rows.filter(({ chosen }) => chosen).map(({ areaId }) => areaId),
          validTo: ending.validTo,
        });
        this.setData({ requestId: '' });
        await wx.navigateTo({ url: `../area-list/index?listId=${listId}` });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ errors: error.fields, problem: error.message });
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
