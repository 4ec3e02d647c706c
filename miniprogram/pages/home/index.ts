import { loading } from '../../behaviors/loading';
import { callContact, keepContact, readContact } from '../../services/contact';
import { draftSavedAt } from '../../services/drafts';
import { today } from '../../services/home';
import { chooseHat, readHat } from '../../services/roles';
import { signInWithPhone } from '../../services/sign-in';
import { scanTeamCode } from '../../services/team-code';
import { chooseLargeText, textSize } from '../../services/text-size';
import { homeView, type HomeView } from './view';

/** 首页: what waits for me now, first; then what else I can do. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** px: the header is drawn under the status bar and beside WeChat's capsule. */
    statusBar: 20,
    barHeight: 44,
    capsuleRoom: 104,
    view: {} as HomeView,
    callName: '',
    signingIn: false,
  },
  lifetimes: {
    attached() {
      const { statusBarHeight, windowWidth } = wx.getWindowInfo();
      const capsule = wx.getMenuButtonBoundingClientRect();
      this.setData({
        statusBar: statusBarHeight,
        barHeight: (capsule.top - statusBarHeight) * 2 + capsule.height,
        capsuleRoom: windowWidth - capsule.left + 8,
        callName: readContact()?.name ?? '',
      });
    },
  },
  pageLifetimes: {
    show() {
      this.getTabBar().setData({ selected: 0 });
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const answer = await today();
        keepContact(answer.contact);
        const view = homeView(answer, readHat(), draftSavedAt('enrol'), Date.now());
        this.setData({ status: 'ready', view, callName: view.contactName });
      } catch (error) {
        this.showFailure(error);
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      const { url } = event.currentTarget.dataset;
      if (url === '') return;
      void (url.startsWith('/pages/') ? wx.switchTab({ url }) : wx.navigateTo({ url }));
    },

    /** The form opens in the team whose code hangs there. */
    async scanTeamCode() {
      const gridId = await scanTeamCode();
      if (gridId === undefined) return;
      await wx.navigateTo({
        url: `/packages/registration/enrol/index?gridId=${encodeURIComponent(gridId)}`,
      });
    },

    enter(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const entrance = this.data.view.entrances[event.currentTarget.dataset.index];
      if (!entrance) return;
      if (entrance.act === 'scanTeamCode') void this.scanTeamCode();
      else if (entrance.act === 'call') this.callGridMember();
      else void wx.navigateTo({ url: entrance.url });
    },

    openCoverage(event: WechatMiniprogram.CustomEvent<{ gridId: string }>) {
      void wx.navigateTo({ url: `/packages/gridwork/coverage/index?gridId=${event.detail.gridId}` });
    },

    callGridMember() {
      void callContact();
    },

    switchTextSize() {
      chooseLargeText(!this.data.large);
    },

    switchHat() {
      chooseHat(this.data.view.hat === 'staff' ? 'resident' : 'staff');
      void this.load();
    },

    async onPhoneCode(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ signingIn: true });
      await signInWithPhone(event.detail.code);
      this.setData({ signingIn: false });
      await this.load();
    },
  },
});
