import { draftKeeping } from '../../../behaviors/draft-keeping';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { listItems } from '../../../services/catalogue';
import { readDraft, removeDraft } from '../../../services/drafts';
import { makeRequestId } from '../../../services/request-id';
import { readRound, saveRoundDraft } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { addDays } from '../../../shared/slots';
import { chosenGrids, gridOptions, type Option, shelfRows, type ShelfRow, supplierOptions } from './choices';
import {
  besideFields,
  BLANK,
  blankAt,
  formOf,
  isCurrent,
  type RoundDraftForm,
  sentForm,
  wrongIn,
} from './form';
import { MINUTES, newPoint, pointText } from './points';

type Changed = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { field: string }>;
type OnItem<D extends object> = WechatMiniprogram.CustomEvent<D, object, { id: string }>;
type OnPoint<D extends object> = WechatMiniprogram.CustomEvent<D, object, { index: number; field: string }>;

const AUDIENCES: Option[] = [
  { value: 'everyone', text: '都可以订' },
  { value: 'care', text: '只给七类人家庭' },
];
const OPENINGS: Option[] = [
  { value: 'hand', text: '我自己开' },
  { value: 'clock', text: '到时间自动开' },
];
const FARTHEST_DAYS = 30;

/** 新建一批: everything that a round says, kept on this phone until it is a draft in the cloud. */
Component({
  behaviors: [loading, sending, draftKeeping(BLANK, isCurrent), textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    audiences: AUDIENCES,
    openings: OPENINGS,
    lengths: MINUTES,
    grids: [] as Option[],
    suppliers: [] as Option[],
    shelf: [] as ShelfRow[],
    pointTexts: [] as string[],
    firstDate: '',
    lastDate: '',
  },
  observers: {
    'draft.points'(points: RoundDraftForm['points']) {
      this.setData({ pointTexts: points.map(pointText) });
    },
  },
  methods: {
    onLoad(query: { roundId?: string }) {
      const roundId = decodeURIComponent(query.roundId ?? '');
      if (roundId !== '') void wx.setNavigationBarTitle({ title: '改草稿' });
      const today = calendarDate(Date.now());
      this.setData({ roundId, firstDate: today, lastDate: addDays(today, FARTHEST_DAYS) });
      void this.load();
    },

    async load() {
      try {
        const [grids, suppliers, draft] = await Promise.all([gridOptions(), supplierOptions(), this.begin()]);
        if (draft.gridIds.length === 0 && grids[0]) draft.gridIds = [grids[0].value];
        const [only] = suppliers;
        if (draft.supplierId === '' && only && suppliers.length === 1) draft.supplierId = only.value;
        this.useDraft(`round:${this.data.roundId}`, draft);
        this.setData({ grids, suppliers });
        await this.fillShelf();
        this.setData({ status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    /** What this phone kept, unless the cloud's draft was changed since. */
    async begin(): Promise<RoundDraftForm> {
      const { roundId } = this.data;
      const kept = readDraft(`round:${roundId}`, isCurrent);
      if (roundId === '') return kept ?? { ...blankAt(Date.now()), requestId: await makeRequestId() };
      const round = await readRound(roundId);
      if (kept?.version === round.version) return kept;
      return { ...formOf(round), requestId: await makeRequestId() };
    },

    async fillShelf() {
      const { supplierId, items } = this.data.draft;
      const rows = supplierId === '' ? [] : (await listItems(supplierId)).rows;
      this.setData({ shelf: shelfRows(rows, items) });
    },

    onField({ currentTarget, detail }: Changed) {
      this.write(currentTarget.dataset.field, detail.value);
    },

    onChoice({ currentTarget, detail }: Chosen) {
      this.write(currentTarget.dataset.field, detail.chosen[0] ?? '');
    },

    onGrids({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.write('gridIds', chosenGrids(detail.chosen, this.data.draft.gridIds, this.data.grids));
    },

    async onSupplier({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const supplierId = detail.chosen[0] ?? '';
      if (supplierId === this.data.draft.supplierId) return;
      this.write('supplierId', supplierId);
      this.write('items', []);
      try {
        await this.fillShelf();
      } catch (error) {
        this.setData({ status: 'loading' });
        this.showFailure(error);
      }
    },

    toggleItem(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const row = this.data.shelf.find(({ itemId }) => itemId === id);
      if (!row) return;
      const { items } = this.data.draft;
      const added = { itemId: id, limit: row.usualLimit, stock: '' };
      this.chooseItems(row.chosen ? items.filter(({ itemId }) => itemId !== id) : [...items, added]);
    },

    onLimit({ currentTarget, detail }: OnItem<{ value: number }>) {
      this.changeItem(currentTarget.dataset.id, { limit: detail.value });
    },

    onStock({ currentTarget, detail }: OnItem<{ value: string }>) {
      this.changeItem(currentTarget.dataset.id, { stock: detail.value.trim() });
    },

    changeItem(id: string, change: { limit?: number; stock?: string }) {
      this.chooseItems(
        this.data.draft.items.map((item) => (item.itemId === id ? { ...item, ...change } : item)),
      );
    },

    chooseItems(items: RoundDraftForm['items']) {
      this.write('items', items);
      const changes: Record<string, unknown> = {};
      this.data.shelf.forEach(({ itemId }, index) => {
        const own = items.find((item) => item.itemId === itemId);
        changes[`shelf[${index}].chosen`] = own !== undefined;
        if (!own) return;
        changes[`shelf[${index}].limit`] = own.limit;
        changes[`shelf[${index}].stock`] = own.stock;
      });
      this.setData(changes);
    },

    addPoint() {
      const { points, doorDate } = this.data.draft;
      this.write('points', [...points, newPoint(points, doorDate)]);
    },

    removePoint(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.write(
        'points',
        this.data.draft.points.filter((_, at) => at !== index),
      );
    },

    onPoint({ currentTarget, detail }: OnPoint<{ value?: string; chosen?: string[] }>) {
      const { index, field } = currentTarget.dataset;
      const value = detail.value ?? detail.chosen?.[0] ?? '';
      const points = this.data.draft.points.map((point, at) =>
        at === index ? { ...point, [field]: value } : point,
      );
      this.write('points', points);
    },

    async save() {
      const { draft, draftName } = this.data;
      const wrong = wrongIn(draft);
      if (Object.keys(wrong).length > 0) {
        this.setData({ errors: wrong });
        scrollToWrong(this);
        return;
      }
      const { requestId, roundId, version } = draft;
      const isDone = await this.send(async () => {
        const saved = await saveRoundDraft({
          requestId,
          ...(roundId !== '' && { round: { roundId, version } }),
          form: sentForm(draft),
        });
        this.dropDraft();
        removeDraft(draftName);
        // Of a copy, the round below is another one.
        const isOpenBelow = getCurrentPages().some(
          ({ route, options }) => route === 'packages/rounds/show/index' && options.roundId === saved.roundId,
        );
        if (isOpenBelow) await wx.navigateBack();
        else await wx.redirectTo({ url: `../show/index?roundId=${saved.roundId}` });
      });
      if (isDone) return;
      this.setData({ errors: besideFields(this.data.errors, draft) });
      if (Object.keys(this.data.errors).length > 0) scrollToWrong(this);
    },
  },
});
