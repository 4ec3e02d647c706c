import { listing } from '../../../behaviors/listing';
import { listRobots } from '../../../services/robots';
import { holds } from '../../../services/roles';
import { textSize } from '../../../services/text-size';
import { robotCard, type RobotCard } from '../robot-words';

/** 工作群机器人: into which work groups the notices of my grids are posted, and whether they arrive. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as RobotCard[],
    setsReminders: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage() {
      const now = Date.now();
      this.setData({ setsReminders: holds('townOfficer') });
      return { cards: (await listRobots()).map((robot) => robotCard(robot, now)), next: null };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../robot/index?robotId=${event.currentTarget.dataset.id}` });
    },

    add() {
      void wx.navigateTo({ url: '../robot-form/index' });
    },

    openReminders() {
      void wx.navigateTo({ url: '../town-rules/index?about=reminding' });
    },
  },
});
