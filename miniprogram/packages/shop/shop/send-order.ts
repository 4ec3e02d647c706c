import type { Placed, ShopView } from '../../../../cloudfunctions/contracts/index';
import type { ProxyOrderForm } from '../../../services/orders';
import { makeRequestId } from '../../../services/request-id';
import type { Outcome } from '../../../services/unsent';
import { forgetOrder, keptOrderOf, submitOrder } from '../../../services/unsent-orders';
import { type Cart, totalsOf, wantedOf } from './cart';

/**
 * Sends an order, or keeps it on this phone while there is no network. What waits here for the same household is the same order when nothing was
 * changed since, and otherwise gives way to this one: whichever arrives first, the cloud takes one of them.
 */
export async function orderOnce({
  cart,
  view,
  householdId,
  told,
}: {
  cart: Cart;
  view: ShopView;
  householdId: string;
  told: ProxyOrderForm['told'];
}): Promise<Outcome<Placed>> {
  const { roundId, title, closesAt } = view.round;
  const wanted = wantedOf(cart, view);
  const kept = keptOrderOf(roundId, householdId);
  const form = householdId === '' ? wanted : { ...wanted, householdId, told };
  const isSame = kept !== undefined && contentsOf(kept.form) === contentsOf(form);
  if (kept && !isSame) forgetOrder(kept.form.requestId);
  const requestId = isSame ? kept.form.requestId : await makeRequestId();
  const act = { title, closesAt, sum: totalsOf(cart.quantities, view.items).sum };
  return householdId === ''
    ? submitOrder({ ...act, action: 'order', form: { ...wanted, requestId } })
    : submitOrder({
        ...act,
        action: 'orderFor',
        name: view.headName,
        form: { ...wanted, requestId, householdId, told },
      });
}

/** Everything that a form says, whatever its request is called. */
const contentsOf = (form: object): string =>
  JSON.stringify(
    Object.entries(form)
      .filter(([key, value]) => key !== 'requestId' && value !== undefined)
      .sort(([one], [other]) => one.localeCompare(other)),
  );
