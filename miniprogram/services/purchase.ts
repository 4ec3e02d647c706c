import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { openMadeSpreadsheet } from './spreadsheets';

type Purchase = Contracts['purchase'];
export type PurchaseRow = OutputOf<Purchase['rounds']>['rounds'][number];
export type PurchaseList = OutputOf<Purchase['list']>;
export type PurchaseItem = PurchaseList['items'][number];
export type PurchaseStage = PurchaseList['stage'];
export type SubstituteOffer = OutputOf<Purchase['offers']>['offers'][number];
export type ShareRow = OutputOf<Purchase['shares']>['rows'][number];
export type ConfirmForm = InputOf<Purchase['confirm']>;
export type ArriveForm = InputOf<Purchase['arrive']>;
export type AddSlotsForm = InputOf<Purchase['addSlots']>;

/** In whose name: the supplier's own people, or whoever leads the round's grid and does it for them. */
export type As = 'supplier' | 'leader';

/** One page of my rounds as a supplier. */
export const listPurchases = (state: InputOf<Purchase['rounds']>['state'], after?: string) =>
  call('purchase', 'rounds', { state, ...(after !== undefined && { after }) }, 'safe');

export const readPurchase = (as: As, roundId: string) =>
  call('purchase', as === 'leader' ? 'listFor' : 'list', { roundId }, 'safe');

export const listOffers = async (as: As, roundId: string) =>
  (await call('purchase', as === 'leader' ? 'offersFor' : 'offers', { roundId }, 'safe')).offers;

/** 确认到货数量. The same `requestId` says it once. */
export const confirmQuantities = (as: As, form: ConfirmForm) =>
  call('purchase', as === 'leader' ? 'confirmFor' : 'confirm', form, 'safe');

export const markArrival = (as: As, form: ArriveForm) =>
  call('purchase', as === 'leader' ? 'arriveFor' : 'arrive', form, 'safe');

/** Opens the purchase list as a spreadsheet, from where WeChat sends it on to a computer or a printer. Each opening is recorded. */
export const openPurchaseSheet = async (as: As, roundId: string): Promise<void> =>
  openMadeSpreadsheet(await call('purchase', as === 'leader' ? 'sheetFor' : 'sheet', { roundId }, 'never'));

export const addSlots = (form: AddSlotsForm) => call('purchase', 'addSlots', form, 'safe');

/** One page of households of my grids that get less than they ordered, and why. */
export const listShares = (roundId: string, after?: string) =>
  call('purchase', 'shares', { roundId, ...(after !== undefined && { after }) }, 'safe');
