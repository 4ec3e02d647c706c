import * as cloud from 'wx-server-sdk';
import { ordersContract } from '../contracts/orders';
import { serve } from '../kernel/serve';
import { cancelOrder, cancelOrderFor } from './cancel-order';
import { listCareHouseholds } from './list-care-households';
import { listOffered, listOfferedFor } from './list-offered';
import { answerNeed, listNeeds } from './needs';
import { placeOrder, placeOrderFor } from './place-order';
import { showShop, showShopFor } from './shop';
import { listMine, showOrder } from './show-order';

export const main = serve(
  'orders',
  ordersContract,
  {
    offered: listOffered,
    offeredFor: listOfferedFor,
    shop: showShop,
    shopFor: showShopFor,
    order: placeOrder,
    orderFor: placeOrderFor,
    cancel: cancelOrder,
    cancelFor: cancelOrderFor,
    mine: listMine,
    show: showOrder,
    showFor: showOrder,
    careHouseholds: listCareHouseholds,
    needs: listNeeds,
    answerNeed,
  },
  cloud,
);
