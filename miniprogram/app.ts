import { keepSendingOrders, sendKeptOrders } from './services/unsent-orders';
import { keepSendingActs, sendKeptActs } from './services/unsent-hand-overs';
import { keepSendingTells, sendKeptTells } from './services/unsent-tells';
import { keepSendingReceipts, sendKeptReceipts } from './services/unsent-receipts';
import { keepSendingReadings, sendKeptReadings } from './services/unsent-readings';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    keepSendingReadings();
    keepSendingOrders();
    keepSendingActs();
    keepSendingReceipts();
    keepSendingTells();
  },
  onShow() {
    void sendKeptReadings();
    void sendKeptOrders();
    void sendKeptActs();
    void sendKeptReceipts();
    void sendKeptTells();
  },
});
