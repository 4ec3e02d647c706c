import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Orders = Contracts['orders'];
export type OrderForm = InputOf<Orders['order']>;
export type ProxyOrderForm = InputOf<Orders['orderFor']>;
export type CancelOrderForm = InputOf<Orders['cancel']>;
export type NeedStatus = InputOf<Orders['needs']>['status'];

/** Open rounds for my household. */
export const listOfferedRounds = () => call('orders', 'offered', {}, 'safe');

/** Open rounds in which households of my grids can order. */
export const listRoundsForProxy = () => call('orders', 'offeredFor', {}, 'safe');

/** The shop page of one round. */
export const readShop = (roundId: string) => call('orders', 'shop', { roundId }, 'safe');

/** The same for a household of my grids. Each opening is recorded, so it is never sent twice by itself. */
export const readShopFor = (roundId: string, householdId: string) =>
  call('orders', 'shopFor', { roundId, householdId }, 'never');

/** Places my household's order, or changes it. The same `requestId` orders once, however often it is sent. */
export const placeOrder = (form: OrderForm) => call('orders', 'order', form, 'safe');

/** 代订 */
export const placeOrderFor = (form: ProxyOrderForm) => call('orders', 'orderFor', form, 'safe');

export const cancelOrder = (form: CancelOrderForm) => call('orders', 'cancel', form, 'safe');

export const cancelOrderFor = (form: InputOf<Orders['cancelFor']>) =>
  call('orders', 'cancelFor', form, 'safe');

/** One page of my household's orders, newest first; `after` is the last page's `next`. */
export const listMyOrders = (after?: string) =>
  call('orders', 'mine', after === undefined ? {} : { after }, 'safe');

export const readOrder = (orderId: string) => call('orders', 'show', { orderId }, 'safe');

/** An order in my grids; that it was looked at is recorded. */
export const readOrderFor = (orderId: string) => call('orders', 'showFor', { orderId }, 'never');

/** One page of the households of the care categories in my grids; that they were looked at is recorded. */
export const listCareHouseholds = (roundId: string, after?: string) =>
  call('orders', 'careHouseholds', after === undefined ? { roundId } : { roundId, after }, 'never');

/** One page of what households need that was not on the list. */
export const listNeeds = (status: NeedStatus, after?: string) =>
  call('orders', 'needs', after === undefined ? { status } : { status, after }, 'safe');

export const answerNeed = (form: InputOf<Orders['answerNeed']>) => call('orders', 'answerNeed', form, 'safe');
