import { households, office, ownHousehold, phones, receivers, receiversThere, type RowsOf } from './rows';

export const returns: RowsOf<'returns'> = {
  form: phones('ok'),
  formFor: receivers('ok'),
  // Who has a household declares for its people, and it has a head already.
  declare: {
    ...phones('ok'),
    'own household': 'INVALID_INPUT',
    neighbour: 'INVALID_INPUT',
    'household there': 'INVALID_INPUT',
  },
  declareFor: receivers('ok'),
  mine: households('ok'),
  amend: ownHousehold('ok'),
  amendFor: receivers('ok'),
  changePlan: ownHousehold('ok'),
  cancel: ownHousehold('ok'),
  tellArrival: ownHousehold('ok'),
  queue: { ...receivers('ok'), ...receiversThere('ok') },
  show: receivers('ok'),
  openPhone: receivers('ok'),
  openPhotos: receivers('NOT_FOUND'),
  previewCheck: receivers('ok'),
  checkArrival: receivers('ok'),
  didNotCome: receivers('ok'),
  reclassify: receivers('ok'),
  replay: office('ok'),
};
