import { loading } from '../../behaviors/loading';
import { today } from '../../services/home';
import { signInWithPhone } from '../../services/sign-in';
import { tell } from '../../services/tell';
import { chooseLargeText, textSize } from '../../services/text-size';
import { meView, type MeView } from './view';

const ABOUT = '村安 0.1。镇里的防疫登记和通知都在这里。有问题，请打电话给您的网格员或镇防控办。';

/** 我的: who I am here, how large the text is, and what is done with our data. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    view: { name: '', place: '', household: '', posts: [] } as MeView,
    signingIn: false,
  },
  pageLifetimes: {
    show() {
      this.getTabBar().setData({ selected: 3 });
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        this.setData({ status: 'ready', view: meView(await today()) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    openHousehold() {
      const page = this.data.view.household === '' ? 'enrol' : 'household';
      void wx.navigateTo({ url: `/packages/registration/${page}/index` });
    },

    leave() {
      void wx.navigateTo({ url: '/packages/registration/leave/index' });
    },

    openPrivacy() {
      void wx.navigateTo({ url: '../privacy/index' });
    },

    onTextSize(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
      chooseLargeText(event.detail.value);
    },

    pressTextSize() {
      chooseLargeText(!this.data.large);
    },

    async onPhoneCode(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ signingIn: true });
      await signInWithPhone(event.detail.code);
      this.setData({ signingIn: false });
      await this.load();
    },

    about() {
      void tell('关于村安', ABOUT);
    },
  },
});
