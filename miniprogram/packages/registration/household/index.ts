import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { callContact, readContact } from '../../../services/contact';
import { myHousehold } from '../../../services/registration';
import { textSize } from '../../../services/text-size';
import { emptyFile, fileView } from '../file-view';

/** 我家档案: what the village has about us, how far it is, and the way to change it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'none',
    /** It has just been sent: the page says so once. */
    sent: false,
    file: emptyFile,
    callName: '',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { sent?: string }) {
      this.setData({ sent: query.sent === '1', callName: readContact()?.name ?? '' });
    },

    async load() {
      try {
        this.setData({ status: 'ready', file: fileView(await myHousehold(), Date.now()) });
      } catch (error) {
        const none = error instanceof CloudError && ['UNREGISTERED', 'NOT_FOUND'].includes(error.code);
        if (none) this.setData({ status: 'none' });
        else this.showFailure(error);
      }
    },

    change() {
      void wx.navigateTo({ url: '../change/index' });
    },

    openPart(event: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      void wx.navigateTo({ url: `../${event.currentTarget.dataset.page}/index` });
    },

    enrol() {
      void wx.redirectTo({ url: '../enrol/index' });
    },

    goHome() {
      void wx.switchTab({ url: '/pages/home/index' });
    },

    callGridMember() {
      void callContact();
    },
  },
});
