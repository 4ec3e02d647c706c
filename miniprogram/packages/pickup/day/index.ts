import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { untilGone } from '../../../behaviors/until-gone';
import { handingList, keptHandingList, type KeptList } from '../../../services/handing-list';
import { textSize } from '../../../services/text-size';
import {
  forgetAct,
  keptActs,
  sendKeptActs,
  watchKeptActs,
  type KeptAct,
} from '../../../services/unsent-hand-overs';
import { momentText } from '../../../shared/dates';
import { keptRows, type KeptRow } from '../kept-rows';
import { scanOrder } from '../scanning';
import { withUnsent } from '../with-unsent';
import { countTabs, find, isTab, type Tab } from './find';
import { dayCard, type DayCard, EMPTY, NOBODY, type Place, placesOf } from './rows';

const PAGE = 30;
const TABS = [
  { value: 'waiting', text: '没领完' },
  { value: 'done', text: '领了' },
  { value: 'owing', text: '钱不对' },
] as const;

/** Everybody of the round; hundreds of households are no page's `data`. */
const lists = new WeakMap<object, KeptList>();

/** 发东西: the list of the day, held on this phone: scan the next code, or find somebody by name. */
Component({
  behaviors: [loading, paging, textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    title: '',
    tab: 'waiting' as Tab,
    tabs: [] as { value: Tab; text: string }[],
    places: [] as Place[],
    place: 0,
    words: '',
    cards: [] as DayCard[],
    empty: EMPTY.waiting as { title: string; text: string },
    doors: 0,
    /** How old the list is, when there was no network for a new one; empty when it is fresh. */
    keptAt: '',
    kept: [] as KeptRow[],
  },
  lifetimes: {
    attached() {
      this.untilGone(watchKeptActs((kept) => this.onKept(kept)));
    },
  },
  pageLifetimes: {
    show() {
      this.onKept(keptActs());
      void sendKeptActs();
      const { roundId } = this.data;
      const kept = roundId === '' ? undefined : keptHandingList(roundId, Date.now());
      if (kept) this.showList(kept);
    },
  },
  methods: {
    async onLoad(query: { roundId?: string; tab?: string }) {
      const roundId = decodeURIComponent(query.roundId ?? '');
      this.setData({ roundId, tab: isTab(query.tab) ? query.tab : 'waiting' });
      const kept = keptHandingList(roundId, Date.now());
      if (kept) this.showList(kept);
      await this.load();
    },

    async load() {
      try {
        const { fresh, ...list } = await handingList(this.data.roundId, Date.now());
        this.setData({ keptAt: fresh ? '' : momentText(list.keptAt, Date.now()) });
        this.showList(list);
      } catch (error) {
        this.showFailure(error);
      }
    },

    showList(list: KeptList) {
      lists.set(this, list);
      const { title } = list.round;
      if (title !== this.data.title) void wx.setNavigationBarTitle({ title });
      this.setData({
        status: 'ready',
        title,
        places: placesOf(list),
        doors: list.rows.filter(({ way }) => way === 'door').length,
      });
      this.filter();
    },

    /** Puts the households that are asked for on the screen, the first of them at once. */
    filter() {
      const list = lists.get(this);
      if (!list) return;
      const { tab, words } = this.data;
      const counts = countTabs(this.rows(), this.placeValue());
      this.setData({
        tabs: TABS.map(({ value, text }) => ({ value, text: `${text} ${counts[value]}` })),
        empty: words.trim() === '' ? EMPTY[tab] : NOBODY,
        ...firstPage(this.cardsFrom(0)),
      });
    },

    rows() {
      const acts = keptActs();
      return (lists.get(this)?.rows ?? []).map((row) => withUnsent(row, acts));
    },

    placeValue(): string {
      return this.data.places[this.data.place]?.value ?? '';
    },

    cardsFrom(start: number) {
      const list = lists.get(this);
      const { tab, words } = this.data;
      const found = find(this.rows(), { tab, place: this.placeValue(), words });
      const unsent = new Set(keptActs().map(({ form }) => form.orderId));
      const end = start + PAGE;
      const now = Date.now();
      return {
        cards: list
          ? found
              .slice(start, end)
              .map((row) => dayCard(row, list, { isUnsent: unsent.has(row.orderId), now }))
          : [],
        next: end < found.length ? String(end) : null,
      };
    },

    async readPage(after = '0') {
      return this.cardsFrom(Number(after));
    },

    chooseTab(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, words: '' });
      this.filter();
    },

    choosePlace(event: WechatMiniprogram.PickerChange) {
      this.setData({ place: Number(event.detail.value), words: '' });
      this.filter();
    },

    search(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
      this.filter();
    },

    async scan() {
      const orderId = await scanOrder();
      if (orderId !== undefined) this.goToOrder(orderId);
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.goToOrder(event.currentTarget.dataset.id);
    },

    goToOrder(orderId: string) {
      void wx.navigateTo({ url: `../hand-over/index?orderId=${encodeURIComponent(orderId)}` });
    },

    openDoors() {
      void wx.navigateTo({ url: `../doors/index?roundId=${encodeURIComponent(this.data.roundId)}` });
    },

    openLeftovers() {
      void wx.navigateTo({ url: `../leftovers/index?roundId=${encodeURIComponent(this.data.roundId)}` });
    },

    openCount() {
      const roundId = encodeURIComponent(this.data.roundId);
      void wx.navigateTo({ url: `/packages/settlement/count/index?roundId=${roundId}` });
    },

    onKept(kept: KeptAct[]) {
      this.setData({ kept: keptRows(kept, Date.now()) });
      const { roundId, status } = this.data;
      const list = status === 'ready' ? keptHandingList(roundId, Date.now()) : undefined;
      if (list) lists.set(this, list);
      this.filter();
    },

    sendKept() {
      void sendKeptActs();
    },

    forget(event: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetAct(event.detail.requestId);
    },
  },
});
