import { loadDivisions } from '../services/divisions';
import { oneLine, wrongWords } from '../shared/words';
import type { DivisionLevel } from '../shared/division-codes';
import type { Division, DivisionIndex } from '../services/division-index';

/** What was chosen: a division by its code, or a country in words. `name` is how one says it in full. */
export type ChosenDivision =
  { kind: 'division'; code: string; name: string } | { kind: 'abroad'; country: string; name: string };

export type DivisionRow = { code: string; name: string; note: string; more: boolean };
type Crumb = { code: string; name: string };
type Asking = {
  title: string;
  /** The largest division that may be chosen whole: `county` for a stay, `province` for a risk area. */
  level: DivisionLevel;
  abroad: boolean;
};

const DEPTH: Readonly<Record<DivisionLevel, number>> = { province: 0, city: 1, county: 2 };

/** Gives a page the choice of a division in a sheet: `const where = await this.askDivision({ title, level, abroad })`. */
export const divisionChoosing = Behavior({
  data: {
    divisions: {
      visible: false,
      status: 'loading' as 'loading' | 'ready' | 'failed',
      title: '',
      abroad: false,
      text: '',
      crumbs: [] as Crumb[],
      /** The last crumb may be chosen whole: its name. */
      whole: '',
      rows: [] as DivisionRow[],
      country: '',
      error: '',
    },
  },
  methods: {
    /** Opens the sheet; answers undefined when it is closed without a choice. */
    askDivision(asking: Asking): Promise<ChosenDivision | undefined> {
      this.settleDivision(undefined);
      const { title, abroad } = asking;
      this.setData({
        divisions: { ...this.data.divisions, visible: true, title, abroad, text: '', country: '', error: '', crumbs: [], rows: [], whole: '' }, // prettier-ignore
      });
      return new Promise((resolve) => {
        open.set(this, { asking, resolve });
        void this.loadDivisionRows();
      });
    },

    async loadDivisionRows(): Promise<void> {
      this.setData({ 'divisions.status': 'loading' });
      try {
        const index = await loadDivisions();
        const state = open.get(this);
        if (state === undefined) return;
        open.set(this, { ...state, index });
        this.setData({ 'divisions.status': 'ready' });
        this.showDivisions(this.data.divisions.crumbs);
      } catch {
        this.setData({ 'divisions.status': 'failed' });
      }
    },

    showDivisions(crumbs: Crumb[]): void {
      const { index, asking } = open.get(this) ?? {};
      if (index === undefined || asking === undefined) return;
      const here = crumbs[crumbs.length - 1];
      const whole = here !== undefined && crumbs.length - 1 >= DEPTH[asking.level] ? here.name : '';
      const rows = index.below(here?.code).map((one) => rowOf(index, one, ''));
      this.setData({ 'divisions.crumbs': crumbs, 'divisions.rows': rows, 'divisions.whole': whole });
    },

    onDivisionSearch(event: WechatMiniprogram.CustomEvent<{ text: string }>): void {
      const { text } = event.detail;
      const { index } = open.get(this) ?? {};
      this.setData({ 'divisions.text': text });
      if (index === undefined) return;
      if (oneLine(text) === '') this.showDivisions([]);
      else this.setData({ 'divisions.rows': index.search(text).map((one) => foundRow(index, one)) });
    },

    /** A county is the answer; what has counties below it is opened. */
    onDivisionPick(event: WechatMiniprogram.CustomEvent<{ code: string }>): void {
      const { code } = event.detail;
      const { index } = open.get(this) ?? {};
      if (index === undefined) return;
      if (!index.hasBelow(code)) {
        this.settleDivision({ kind: 'division', code, name: index.fullName(code) });
        return;
      }
      this.setData({ 'divisions.text': '' });
      this.showDivisions(wayTo(index, code));
    },

    onDivisionWhole(): void {
      const { index } = open.get(this) ?? {};
      const here = this.data.divisions.crumbs[this.data.divisions.crumbs.length - 1];
      if (index && here)
        this.settleDivision({ kind: 'division', code: here.code, name: index.fullName(here.code) });
    },

    /** -1 goes back to the provinces. */
    onDivisionUp(event: WechatMiniprogram.CustomEvent<{ index: number }>): void {
      this.showDivisions(this.data.divisions.crumbs.slice(0, event.detail.index + 1));
    },

    onDivisionCountry(event: WechatMiniprogram.CustomEvent<{ value: string }>): void {
      this.setData({ 'divisions.country': event.detail.value, 'divisions.error': '' });
    },

    onDivisionAbroad(): void {
      const country = oneLine(this.data.divisions.country);
      const error = wrongWords(country, '国家或地区', { max: 30 });
      if (error === '') this.settleDivision({ kind: 'abroad', country, name: country });
      else this.setData({ 'divisions.error': error });
    },

    onDivisionRetry(): void {
      void this.loadDivisionRows();
    },

    onDivisionClose(): void {
      this.settleDivision(undefined);
    },

    settleDivision(chosen: ChosenDivision | undefined): void {
      const state = open.get(this);
      if (state === undefined) return;
      open.delete(this);
      this.setData({ 'divisions.visible': false });
      state.resolve(chosen);
    },
  },
});

type Open = {
  asking: Asking;
  resolve: (chosen: ChosenDivision | undefined) => void;
  index?: DivisionIndex;
};
/** Per page: what is asked now, and the list. Neither belongs into a page's `data`. */
const open = new WeakMap<object, Open>();

const rowOf = (index: DivisionIndex, { code, name }: Division, note: string): DivisionRow => ({
  code,
  name,
  note,
  more: index.hasBelow(code),
});

/** A row of the search says where it lies: there are five 城关区. */
const foundRow = (index: DivisionIndex, one: Division): DivisionRow =>
  rowOf(index, one, index.fullName(one.code).split(' ').slice(0, -1).join(' '));

function wayTo(index: DivisionIndex, code: string): Crumb[] {
  const province = `${code.slice(0, 2)}0000`;
  const way = province === code ? [code] : [province, code];
  return way.map((one) => ({ code: one, name: index.fullName(one).split(' ').pop() ?? '' }));
}
