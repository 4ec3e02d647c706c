import { keepSendingReadings, sendKeptReadings } from './services/unsent-readings';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    keepSendingReadings();
  },
  onShow() {
    void sendKeptReadings();
  },
});
