import { tabbing } from '../../../behaviors/tabbing';
import { untilGone } from '../../../behaviors/until-gone';
import { dial } from '../../../services/dial';
import { listToday, openPhone } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import {
  forgetReading,
  keptReadings,
  sendKeptReadings,
  watchKeptReadings,
} from '../../../services/unsent-readings';
import { keptRows, type KeptRow } from '../kept-rows';
import { countText, EMPTY, isTab, onlyOf, TABS, todayCard, type Tab, type TodayCard } from './rows';

/** 今天的观察: everybody under observation in my grids, most urgent first, to call or to report for with one tap. */
Component({
  behaviors: [tabbing, textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'due' as Tab,
    tabs: TABS,
    empties: EMPTY,
    cards: [] as TodayCard[],
    count: '',
    kept: [] as KeptRow[],
  },
  observers: {
    /** It comes with every page of the list. */
    next(next: string) {
      this.setData({ count: countText(this.data.cards, next !== '') });
    },
  },
  lifetimes: {
    attached() {
      this.untilGone(watchKeptReadings((kept) => this.setData({ kept: keptRows(kept, Date.now()) })));
    },
  },
  pageLifetimes: {
    show() {
      this.setData({ kept: keptRows(keptReadings(), Date.now()) });
      void sendKeptReadings();
      void this.load();
    },
  },
  methods: {
    onLoad(query: { tab?: string }) {
      if (isTab(query.tab)) this.setData({ tab: query.tab });
    },

    async readPage(after?: string) {
      const { rows, next } = await listToday(onlyOf(this.data.tab), after);
      const now = Date.now();
      return { cards: rows.map((row) => todayCard(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../record/index?observationId=${idOf(event)}` });
    },

    reportFor(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../reading/index?observationId=${idOf(event)}` });
    },

    async dial(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      await dial(async () => (await openPhone(event.currentTarget.dataset.id)).phone);
    },

    sendKept() {
      void sendKeptReadings();
    },

    forget(event: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetReading(event.detail.requestId);
    },
  },
});

const idOf = (event: WechatMiniprogram.TouchEvent<object, object, { id: string }>): string =>
  encodeURIComponent(event.currentTarget.dataset.id);
