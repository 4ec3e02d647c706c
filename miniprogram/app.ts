import { keepSendingActs, sendKeptActs } from './services/unsent-hand-overs';
import { keepSendingReadings, sendKeptReadings } from './services/unsent-readings';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    keepSendingReadings();
    keepSendingActs();
  },
  onShow() {
    void sendKeptReadings();
    void sendKeptActs();
  },
});
