import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Pickup = Contracts['pickup'];
export type HandOverForm = InputOf<Pickup['handOver']>;
export type PaymentForm = InputOf<Pickup['takePayment']>;
export type RefundForm = InputOf<Pickup['refund']>;
export type NoShowForm = InputOf<Pickup['noShow']>;
export type Leftovers = OutputOf<Pickup['leftovers']>;
export type Route = OutputOf<Pickup['route']>;
export type Handed = OutputOf<Pickup['show']>;
type ListPage = OutputOf<Pickup['list']>;
/** A round with everybody whom I hand goods to. */
export type HandingList = Omit<ListPage, 'next'>;

/** Rounds that I hand out, or did. */
export const listHandedRounds = async (tab: 'now' | 'settled') =>
  (await call('pickup', 'rounds', { tab }, 'safe')).rounds;

/** The whole list, however many pages it has: on the day there may be no network for a second look. */
export async function fetchHandingList(roundId: string): Promise<HandingList> {
  const first = await call('pickup', 'list', { roundId }, 'safe');
  const { next, ...list } = first;
  for (let after = next; after !== null;) {
    const page = await call('pickup', 'list', { roundId, after }, 'safe');
    list.rows = [...list.rows, ...page.rows];
    after = page.next;
  }
  return list;
}

/** One order as it is now, with all that moved. */
export const readHanded = (orderId: string) => call('pickup', 'show', { orderId }, 'safe');

export const handOverGoods = (form: HandOverForm) => call('pickup', 'handOver', form, 'safe');
export const takePayment = (form: PaymentForm) => call('pickup', 'takePayment', form, 'safe');
export const refundGoods = (form: RefundForm) => call('pickup', 'refund', form, 'safe');
export const markNoShow = (form: NoShowForm) => call('pickup', 'noShow', form, 'safe');

export const readRoute = (roundId: string) => call('pickup', 'route', { roundId }, 'safe');
export const readLeftovers = (roundId: string) => call('pickup', 'leftovers', { roundId }, 'safe');

/** Where the photo of goods at a door can be seen for some minutes. */
export const openDoorPhoto = async (orderId: string) =>
  (await call('pickup', 'openPhoto', { orderId }, 'safe')).url;

/** The same for the household's own goods. */
export const openMyDoorPhoto = (orderId: string) => call('pickup', 'openMyPhoto', { orderId }, 'safe');
/** The same for the household itself. */
export const openMyDeliveryPhoto = (orderId: string) => call('pickup', 'openMyPhoto', { orderId }, 'safe');
