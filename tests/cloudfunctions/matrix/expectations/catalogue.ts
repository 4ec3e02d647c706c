import { phones, publishers, type Answer, type Row, type RowsOf } from './rows';

/** Who manages a village's suppliers: its leader and the office. */
const managers = publishers;

/** Any leader and any office: of their own grids. */
const everyManager = (answer: Answer): Row => ({
  ...managers(answer),
  'gridLeader there': answer,
  'townOfficer there': answer,
});

/** Whoever works for the supplier that the sample is about. */
const sellers = (answer: Answer, there: Answer): Row => ({
  ...phones('FORBIDDEN'),
  'supplier here': answer,
  'supplier there': there,
});

export const catalogue: RowsOf<'catalogue'> = {
  suppliers: everyManager('ok'),
  places: everyManager('ok'),
  supplier: managers('ok'),
  phone: managers('ok'),
  addSupplier: managers('ok'),
  changeSupplier: managers('ok'),
  retireSupplier: managers('ok'),
  addPerson: managers('ok'),
  takePerson: managers('ok'),
  items: managers('ok'),
  item: managers('ok'),
  addItem: managers('ok'),
  changeItem: managers('ok'),
  retireItem: managers('ok'),
  // Their own only: of somebody who works for nobody there is nothing.
  mine: sellers('ok', 'ok'),
  myItems: sellers('ok', 'NOT_FOUND'),
  myItem: sellers('ok', 'NOT_FOUND'),
  changeMyPrice: sellers('ok', 'NOT_FOUND'),
  priceRule: everyManager('ok'),
  // The whole town's: an officer of one village has no say in it.
  setPriceRule: {
    ...phones('FORBIDDEN'),
    'townOfficer here': 'NOT_FOUND',
    'townOfficer there': 'NOT_FOUND',
    'townOfficer of the town': 'ok',
  },
};
