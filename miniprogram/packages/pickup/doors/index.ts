import { loading } from '../../../behaviors/loading';
import { untilGone } from '../../../behaviors/until-gone';
import { CloudError } from '../../../services/cloud';
import { readKeptRoute, keepRoute } from '../../../services/kept-route';
import { readRoute, type Route } from '../../../services/pickup';
import { textSize } from '../../../services/text-size';
import { forgetAct, keptActs, sendKeptActs, watchKeptActs } from '../../../services/unsent-hand-overs';
import { dayOfDate } from '../../../shared/slot-words';
import { keptRows, type KeptRow } from '../kept-rows';
import { type Stop, stopsOf } from './stops';

const routes = new WeakMap<object, Route>();

/** 送上门: the doors in the order in which one walks, kept on this phone: there is no network in every yard. */
Component({
  behaviors: [loading, textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    date: '',
    stale: false,
    next: null as Stop | null,
    later: [] as Stop[],
    done: [] as Stop[],
    kept: [] as KeptRow[],
  },
  lifetimes: {
    attached() {
      this.untilGone(watchKeptActs(() => this.show()));
    },
  },
  pageLifetimes: {
    show() {
      void sendKeptActs();
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? '') });
      await this.load();
    },

    async load() {
      const { roundId } = this.data;
      const kept = readKeptRoute(roundId, Date.now());
      if (kept && !routes.has(this)) this.take(kept, true);
      try {
        const route = await readRoute(roundId);
        keepRoute(route, Date.now());
        this.take(route, false);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        if (error.code === 'NETWORK' && kept) this.take(kept, true);
        else this.showFailure(error);
      }
    },

    take(route: Route, stale: boolean) {
      routes.set(this, route);
      this.setData({ status: 'ready', stale, date: dayOfDate(route.doorDate) });
      this.show();
    },

    show() {
      const kept = keptActs();
      this.setData({ kept: keptRows(kept, Date.now()) });
      const route = routes.get(this);
      if (!route) return;
      const doors = stopsOf(route.rows, kept);
      const [next = null, ...later] = doors.filter(({ isDone }) => !isDone);
      this.setData({ next, later, done: doors.filter(({ isDone }) => isDone) });
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../hand-over/index?orderId=${id}` });
    },

    sendKept() {
      void sendKeptActs();
    },

    forget(event: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetAct(event.detail.requestId);
    },
  },
});
