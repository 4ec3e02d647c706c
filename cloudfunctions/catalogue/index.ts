import * as cloud from 'wx-server-sdk';
import { catalogueContract } from '../contracts/catalogue';
import { serve } from '../kernel/serve';
import { addItem } from './add-item';
import { addPerson } from './add-person';
import { addSupplier } from './add-supplier';
import { changeItem, changeMyPrice, retireItem } from './change-item';
import { changeSupplier, retireSupplier } from './change-supplier';
import { listItems, listMyItems } from './list-items';
import { listPlaces } from './list-places';
import { listMine, listSuppliers } from './list-suppliers';
import { setPriceRule, showPriceRule } from './price-rule';
import { showItem, showMyItem } from './show-item';
import { openPhone, showSupplier } from './show-supplier';
import { takePerson } from './take-person';

export const main = serve(
  'catalogue',
  catalogueContract,
  {
    suppliers: listSuppliers,
    places: listPlaces,
    supplier: showSupplier,
    phone: openPhone,
    addSupplier,
    changeSupplier,
    retireSupplier,
    addPerson,
    takePerson,
    items: listItems,
    item: showItem,
    addItem,
    changeItem,
    retireItem,
    mine: listMine,
    myItems: listMyItems,
    myItem: showMyItem,
    changeMyPrice,
    priceRule: showPriceRule,
    setPriceRule,
  },
  cloud,
);
