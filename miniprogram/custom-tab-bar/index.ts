import { textSize } from '../services/text-size';
import { unreadNotices, watchUnread } from '../services/unread-notices';

const NOTICES = '/pages/notices/index';
const stops = new WeakMap<object, () => void>();

/** The native tab bar's labels are too small to read, so this one stands in for it. `selected` is set by the tab's page. */
Component({
  behaviors: [textSize],
  data: {
    selected: 0,
    /** 3, or 9+; empty for none. It stands at the tab of this path. */
    badge: '',
    badged: NOTICES,
    tabs: [
      { path: '/pages/home/index', text: '首页', icon: 'house', selectedIcon: 'houseFilled' },
      { path: '/pages/supplies/index', text: '保供', icon: 'basket', selectedIcon: 'basketFilled' },
      { path: NOTICES, text: '通知', icon: 'bell', selectedIcon: 'bellFilled' },
      { path: '/pages/me/index', text: '我的', icon: 'person', selectedIcon: 'personFilled' },
    ],
  },
  lifetimes: {
    attached() {
      const show = (count: number) => this.setData({ badge: badgeText(count) });
      stops.set(this, watchUnread(show));
      show(unreadNotices());
    },
    detached() {
      stops.get(this)?.();
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      void wx.switchTab({ url: event.currentTarget.dataset.path });
    },
  },
});

const badgeText = (count: number): string => (count === 0 ? '' : count > 9 ? '9+' : String(count));
