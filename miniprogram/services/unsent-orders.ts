import type { Placed } from '../../cloudfunctions/contracts/index';
import { type OrderForm, placeOrder, placeOrderFor, type ProxyOrderForm } from './orders';
import { type Kept, unsentActs } from './unsent';

/** `title`: 蔬菜肉蛋团购; `sum`: fen, as the phone added it up. */
type Ordering = { title: string; sum: number; closesAt: string } & (
  { action: 'order'; form: OrderForm } | { action: 'orderFor'; form: ProxyOrderForm; name: string }
);
/** An order on this phone whose arrival the cloud has not confirmed. */
export type KeptOrder = Kept<Ordering>;

const orders = unsentActs<Ordering, Placed>({
  key: 'unsent-orders',
  send: (act) => (act.action === 'order' ? placeOrder(act.form) : placeOrderFor(act.form)),
  full: '没有下单，手机也存不下了。请清理手机再试',
});

export const keptOrders = orders.kept;
export const watchKeptOrders = orders.watch;
export const submitOrder = orders.submit;
export const sendKeptOrders = orders.sendKept;
export const keepSendingOrders = orders.keepSending;
export const forgetOrder = orders.forget;

/** What waits here for one household in one round; nobody's household is one's own. */
export const keptOrderOf = (roundId: string, householdId = ''): KeptOrder | undefined =>
  keptOrders().find(
    (kept) =>
      kept.form.roundId === roundId &&
      (kept.action === 'orderFor' ? kept.form.householdId : '') === householdId,
  );
