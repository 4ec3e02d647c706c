import { households, ownHousehold, type RowsOf, verifiers, verifiersThere } from './rows';

export const orders: RowsOf<'orders'> = {
  offered: households('ok'),
  offeredFor: { ...verifiers('ok'), ...verifiersThere('ok') },
  // A round of this village: everybody in it has its shop, nobody else.
  shop: { ...households('ok'), 'household there': 'NOT_FOUND' },
  shopFor: verifiers('ok'),
  order: ownHousehold('ok'),
  orderFor: verifiers('ok'),
  cancel: ownHousehold('ok'),
  cancelFor: verifiers('ok'),
  mine: households('ok'),
  show: ownHousehold('ok'),
  showFor: verifiers('ok'),
  careHouseholds: verifiers('ok'),
  needs: { ...verifiers('ok'), ...verifiersThere('ok') },
  answerNeed: verifiers('ok'),
};
