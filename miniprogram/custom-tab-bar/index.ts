import { textSize } from '../services/text-size';

/** The native tab bar's labels are too small to read, so this one stands in for it. `selected` is set by the tab's page. */
Component({
  behaviors: [textSize],
  data: {
    selected: 0,
    tabs: [
      { path: '/pages/home/index', text: '首页', icon: 'house', selectedIcon: 'houseFilled' },
      { path: '/pages/supplies/index', text: '保供', icon: 'basket', selectedIcon: 'basketFilled' },
      { path: '/pages/me/index', text: '我的', icon: 'person', selectedIcon: 'personFilled' },
    ],
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      void wx.switchTab({ url: event.currentTarget.dataset.path });
    },
  },
});
