import type { MessageOffer, OrderView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { askForMessages, readMessageOffers } from '../../../services/message-asking';
import { cancelOrder, cancelOrderFor, readOrder, readOrderFor } from '../../../services/orders';
import { openMyDoorPhoto } from '../../../services/pickup';
import { makeRequestId } from '../../../services/request-id';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { options, TOLD } from '../../../shared/labels';
import { seenOf } from '../shop/cart';
import { orderPage, type OrderPage } from './view';

type Query = { orderId?: string; placed?: string; proxy?: string };

/** The order as the cloud answered it. It belongs to no page's data. */
const shown = new WeakMap<object, OrderView>();

/** One order: where and when to fetch it, the code for it, what is in it, and what was done with it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    orderId: '',
    isProxy: false,
    /** It has just been placed here. */
    justPlaced: false,
    page: {} as OrderPage,
    tellings: options(TOLD),
    told: '',
    /** A message to ask for, should the round be cancelled. */
    offers: [] as MessageOffer[],
    toldError: '',
    busy: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.orderId !== '') void this.load();
    },
  },
  methods: {
    onLoad({ orderId = '', placed, proxy }: Query) {
      this.setData({
        orderId: decodeURIComponent(orderId),
        justPlaced: placed === '1',
        isProxy: proxy === '1',
      });
      void this.load();
      if (placed === '1') void this.offerMessage();
    },

    /** Whoever has none in store gets the offer. */
    async offerMessage() {
      const offers = await readMessageOffers('roundCancelled');
      this.setData({ offers: offers.filter(({ left }) => left === 0) });
    },

    async allowMessage() {
      if (!(await askForMessages(this.data.offers))) return;
      this.setData({ offers: [] });
      void wx.showToast({ title: '记下了，取消会发消息', icon: 'none' });
    },

    async load() {
      const { orderId, isProxy } = this.data;
      try {
        const order = await (isProxy ? readOrderFor(orderId) : readOrder(orderId));
        shown.set(this, order);
        this.setData({ status: 'ready', page: orderPage(order, Date.now()) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    change() {
      const { page, isProxy } = this.data;
      const household = isProxy ? `&householdId=${shown.get(this)?.householdId ?? ''}` : '';
      void wx.navigateTo({ url: `../shop/index?roundId=${page.roundId}${household}` });
    },

    move() {
      const { orderId, isProxy } = this.data;
      const proxy = isProxy ? '&proxy=1' : '';
      void wx.navigateTo({ url: `../slot/index?orderId=${encodeURIComponent(orderId)}${proxy}` });
    },

    onTold(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ told: event.detail.chosen[0] ?? '', toldError: '' });
    },

    async cancel() {
      const order = shown.get(this);
      const { busy, isProxy, told } = this.data;
      if (order === undefined || busy) return;
      if (isProxy && told === '') {
        this.setData({ toldError: '请选怎么听说的：电话里，还是上门' });
        return;
      }
      const confirm = await ask({
        title: '不要了？',
        content: '东西会让给别家。截止以前还能再订。',
        yes: '取消订单',
        takesAway: true,
        no: '留着',
      });
      if (!confirm) return;
      this.setData({ busy: true });
      try {
        const seen = { ...seenOf(order), status: 'placed' as const };
        const act = { requestId: await makeRequestId(), orderId: order.orderId, seen };
        await (isProxy
          ? cancelOrderFor({ ...act, told: told === 'door' ? 'door' : 'phone' })
          : cancelOrder(act));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有取消', error.message);
      }
      this.setData({ busy: false, justPlaced: false });
      await this.load();
    },

    async openPhoto() {
      try {
        const { url } = await openMyDoorPhoto(this.data.orderId);
        void wx.previewImage({ urls: [url] });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        void wx.showToast({ title: error.message, icon: 'none' });
      }
    },
  },
});
