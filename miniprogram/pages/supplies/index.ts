import { loading } from '../../behaviors/loading';
import { untilGone } from '../../behaviors/until-gone';
import { CloudError } from '../../services/cloud';
import { listMyOrders, listOfferedRounds } from '../../services/orders';
import { heldRoles, readHat } from '../../services/roles';
import { textSize } from '../../services/text-size';
import { forgetOrder, keptOrders, sendKeptOrders, watchKeptOrders } from '../../services/unsent-orders';
import { supplyEntrances, type SupplyEntrance } from './entrances';
import { keptRows, type OrderRow, roundRow, type RoundRow, underWay } from './view';

/** 保供: the rounds my household can order in, what is on its way to us, and what I have to do with supplies. */
Component({
  behaviors: [loading, textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    kept: [] as ReturnType<typeof keptRows>,
    hasHousehold: true,
    rounds: [] as RoundRow[],
    orders: [] as OrderRow[],
    entrances: [] as SupplyEntrance[],
  },
  lifetimes: {
    attached() {
      const stop = watchKeptOrders((kept) => {
        this.setData({ kept: keptRows(kept, Date.now()) });
        // One of them arrived: what is ordered is not what is shown any more.
        if (this.data.status === 'ready') void this.load();
      });
      this.untilGone(stop);
    },
  },
  pageLifetimes: {
    show() {
      this.getTabBar().setData({ selected: 1 });
      this.setData({
        kept: keptRows(keptOrders(), Date.now()),
        entrances: readHat() === 'staff' ? supplyEntrances(heldRoles()) : [],
      });
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const [{ rounds }, { orders }] = await Promise.all([listOfferedRounds(), listMyOrders()]);
        const now = Date.now();
        this.setData({
          status: 'ready',
          hasHousehold: true,
          rounds: rounds.map((row) => roundRow(row, now)),
          orders: underWay(orders, now),
        });
      } catch (error) {
        // Who has no household orders nothing; what they do on duty is here all the same.
        if (error instanceof CloudError && (error.code === 'FORBIDDEN' || error.code === 'UNREGISTERED'))
          this.setData({ status: 'ready', hasHousehold: false, rounds: [], orders: [] });
        else this.showFailure(error);
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },

    openOrder(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `/packages/shop/order/index?orderId=${id}` });
    },

    openMine() {
      void wx.navigateTo({ url: '/packages/shop/mine/index' });
    },

    enrol() {
      void wx.switchTab({ url: '/pages/home/index' });
    },

    sendNow() {
      void sendKeptOrders();
    },

    forget(event: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetOrder(event.detail.requestId);
    },
  },
});
