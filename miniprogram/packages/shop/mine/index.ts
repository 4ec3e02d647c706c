import { listing } from '../../../behaviors/listing';
import { listMyOrders } from '../../../services/orders';
import { textSize } from '../../../services/text-size';
import { dayText } from '../../../shared/dates';
import { yuan } from '../../../shared/money';
import { linesText, orderState, type Tone } from '../../../shared/order-words';

type Row = {
  orderId: string;
  title: string;
  lines: string;
  money: string;
  state: { text: string; tone: Tone };
};

/** Everything my household ever ordered, newest first. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as Row[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { orders, next } = await listMyOrders(after);
      const cards = orders.map((order): Row => ({
        orderId: order.orderId,
        title: `${order.roundTitle}，${dayText(order.placedAt)}`,
        lines: linesText(order.lines),
        money: `${yuan(order.delivered > 0 ? order.delivered : order.due)} 元`,
        state: orderState(order),
      }));
      return { cards, next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({
        url: `../order/index?orderId=${encodeURIComponent(event.currentTarget.dataset.id)}`,
      });
    },
  },
});
