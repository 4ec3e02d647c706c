import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Catalogue = Contracts['catalogue'];
export type NewSupplier = InputOf<Catalogue['addSupplier']>;
export type SupplierChange = InputOf<Catalogue['changeSupplier']>;
export type NewItem = InputOf<Catalogue['addItem']>;
export type ItemChange = InputOf<Catalogue['changeItem']>;
export type PriceChange = InputOf<Catalogue['changeMyPrice']>;
export type SupplierSeen = Pick<SupplierChange, 'requestId' | 'supplierId' | 'version'>;
export type ItemSeen = Pick<ItemChange, 'requestId' | 'itemId' | 'version'>;
export type PriceRuleView = OutputOf<Catalogue['priceRule']>;

/** From whom my grids may buy. */
export const listSuppliers = async (retired = false) =>
  (await call('catalogue', 'suppliers', { retired }, 'safe')).rows;
/** Where a new supplier may belong. */
export const listSupplierPlaces = async () => (await call('catalogue', 'places', {}, 'safe')).rows;
export const readSupplier = (supplierId: string) => call('catalogue', 'supplier', { supplierId }, 'safe');
/** Opens the shop's number; recorded, so it is never sent twice by itself. */
export const openSupplierPhone = async (supplierId: string) =>
  (await call('catalogue', 'phone', { supplierId }, 'never')).value;
export const addSupplier = (form: NewSupplier) => call('catalogue', 'addSupplier', form, 'safe');
export const changeSupplier = (form: SupplierChange) => call('catalogue', 'changeSupplier', form, 'safe');
export const retireSupplier = (seen: SupplierSeen, retired: boolean) =>
  call('catalogue', 'retireSupplier', { ...seen, retired }, 'safe');
export const addSupplierPerson = (form: InputOf<Catalogue['addPerson']>) =>
  call('catalogue', 'addPerson', form, 'safe');
export const takeSupplierPerson = (seen: SupplierSeen, postId: string) =>
  call('catalogue', 'takePerson', { ...seen, postId }, 'safe');

/** What a supplier sells, or has stopped selling, with the town's rule for prices. */
export const listItems = (supplierId: string, retired = false) =>
  call('catalogue', 'items', { supplierId, retired }, 'safe');
export const readItem = (itemId: string) => call('catalogue', 'item', { itemId }, 'safe');
export const addItem = (form: NewItem) => call('catalogue', 'addItem', form, 'safe');
export const changeItem = (form: ItemChange) => call('catalogue', 'changeItem', form, 'safe');
export const retireItem = (seen: ItemSeen, retired: boolean) =>
  call('catalogue', 'retireItem', { ...seen, retired }, 'safe');

/** The suppliers I work for, and what they sell. */
export const listMySuppliers = async () => (await call('catalogue', 'mine', {}, 'safe')).rows;
export const listMyItems = (supplierId: string) => call('catalogue', 'myItems', { supplierId }, 'safe');
export const readMyItem = (itemId: string) => call('catalogue', 'myItem', { itemId }, 'safe');
export const changeMyPrice = (form: PriceChange) => call('catalogue', 'changeMyPrice', form, 'safe');

export const readPriceRule = () => call('catalogue', 'priceRule', {}, 'safe');
export const setPriceRule = (rule: InputOf<Catalogue['setPriceRule']>) =>
  call('catalogue', 'setPriceRule', rule, 'safe');
