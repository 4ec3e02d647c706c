import { loading } from '../../../behaviors/loading';
import { listGroups } from '../../../services/channels';
import { bindingCard } from '../../../services/group-card';
import { textSize } from '../../../services/text-size';
import { groupCard, type GroupCard } from '../group-words';

/** The WeChat groups of my grids, those without a notice for longest first, and the way to bind another. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    groups: [] as GroupCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const now = Date.now();
        const groups = await listGroups();
        this.setData({ status: 'ready', groups: groups.map((group) => groupCard(group, now)) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../group/index?groupId=${event.currentTarget.dataset.id}` });
    },

    onShareAppMessage: () => bindingCard(),
  },
});
