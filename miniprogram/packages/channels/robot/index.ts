import { acting } from '../../../behaviors/acting';
import { pauseRobot, readRobot, removeRobot, retryPost, testRobot } from '../../../services/robots';
import { textSize } from '../../../services/text-size';
import { robotPage, type RobotPage } from './view';

/** One robot: whether its lines arrive, what it posted last, and whatever is to be done with it. */
Component({
  behaviors: [acting, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    robotId: '',
    page: {} as RobotPage,
  },
  pageLifetimes: {
    show() {
      if (this.data.robotId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { robotId?: string }) {
      this.setData({ robotId: query.robotId ?? '' });
    },

    async load() {
      try {
        this.show(await readRobot(this.data.robotId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    show(found: Parameters<typeof robotPage>[0]) {
      this.setData({ status: 'ready', page: robotPage(found, Date.now()) });
    },

    async test() {
      const { robotId } = this.data;
      await this.act(async (requestId) => {
        const found = await testRobot({ requestId, robotId });
        this.show(found);
      }, '试过了，请看群里');
    },

    async again(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { robotId } = this.data;
      const postId = event.currentTarget.dataset.id;
      await this.act(async (requestId) => {
        this.show(await retryPost({ requestId, robotId, postId }));
      }, '一分钟内再发一次');
    },

    async switchPaused() {
      const { robotId, page } = this.data;
      const paused = !page.isPaused;
      await this.act(
        async (requestId) => {
          await pauseRobot({ requestId, robotId, version: page.version, paused });
          await this.load();
        },
        paused ? '停了，通知不再发到这个群' : '接着发了',
      );
    },

    change() {
      void wx.navigateTo({ url: `../robot-form/index?robotId=${this.data.robotId}` });
    },

    async remove() {
      const { robotId, page } = this.data;
      const text = '机器人的地址会删掉，通知不再发到这个群。群里的机器人还在，要在企业微信里另外删。';
      if (!(await this.sure(`移除「${page.name}」的机器人？`, text, '移除'))) return;
      await this.act(async (requestId) => {
        await removeRobot({ requestId, robotId, version: page.version });
        await wx.navigateBack();
      }, '移除了');
    },
  },
});
