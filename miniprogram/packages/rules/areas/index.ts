import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { listAreas, proposeEnds, readRules } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import type { Errors } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { oneLine } from '../../../shared/words';
import { areaRow, type AreaRow } from '../area-rows';

const WHEN = [
  { value: 'today', text: '今天有效的' },
  { value: 'ever', text: '以前的也看' },
];
type Ending = { validTo: string; organisation: string; documentNumber: string };
const noEnding = (today: string): Ending => ({ validTo: today, organisation: '', documentNumber: '' });

/** The risk areas in force, or all that ever were. The office chooses some to end them: nothing is deleted. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    whens: WHEN,
    when: 'today' as 'today' | 'ever',
    words: '',
    cards: [] as AreaRow[],
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
        const [page, { isOffice }] = await Promise.all([this.readPage(), readRules()]);
        const today = calendarDate(Date.now());
        this.setData({
          status: 'ready',
          ...firstPage(page),
          isOffice,
          chosen: 0,
          today,
          ending: noEnding(today),
          errors: {},
          problem: '',
        });
      } catch (error) {
        this.showFailure(error);
        // What stays on the screen may not be what was asked for.
        if (this.data.status === 'ready' && error instanceof CloudError)
          this.setData({ problem: error.message });
      }
    },

    async readPage(after?: string) {
      const { when, words } = this.data;
      const asked = { when, words: oneLine(words) };
      const { rows, next } = await listAreas(after === undefined ? asked : { ...asked, after });
      return { cards: rows.map(areaRow), next };
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
      const row = this.data.cards[index];
      if (!row || row.ended || !this.data.isOffice) return;
      const chosen = this.data.chosen + (row.chosen ? -1 : 1);
      this.setData({ [`cards[${index}].chosen`]: !row.chosen, chosen });
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
      const { ending, cards, today } = this.data;
      const requestId = this.data.requestId === '' ? await makeRequestId() : this.data.requestId;
      this.setData({ requestId });
      try {
        const { listId } = await proposeEnds({
          requestId,
          source: { organisation: ending.organisation, documentNumber: ending.documentNumber, date: today },
          areaIds: cards.filter(({ chosen }) => chosen).map(({ areaId }) => areaId),
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
