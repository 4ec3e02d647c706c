import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type MoveForm = InputOf<Contracts['purchase']['moveSlot']>;

/** Where and when my household's order may still be fetched. */
export const listFreeSlots = (orderId: string) => call('purchase', 'freeSlots', { orderId }, 'safe');

/** The same for an order in my grids; that it was looked at is recorded. */
export const listFreeSlotsFor = (orderId: string) => call('purchase', 'freeSlotsFor', { orderId }, 'never');

/** 换时间. The same `requestId` moves once. */
export const moveSlot = (form: MoveForm) => call('purchase', 'moveSlot', form, 'safe');

export const moveSlotFor = (form: MoveForm) => call('purchase', 'moveSlotFor', form, 'safe');
