import { keepSendingOrders, sendKeptOrders } from './services/unsent-orders';
import { keepSendingActs, sendKeptActs } from './services/unsent-hand-overs';
import { keepSendingReadings, sendKeptReadings } from './services/unsent-readings';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    keepSendingReadings();
    keepSendingOrders();
    keepSendingActs();
  },
  onShow() {
    void sendKeptReadings();
    void sendKeptOrders();
    void sendKeptActs();
  },
});
