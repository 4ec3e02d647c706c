import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { readGrid, retireGrid, takeRole } from '../../../services/township';
import { emptyGrid, gridView } from './view';

/** The town's grids, one level at a time: what lies below this one, and who holds a post in it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    gridId: '',
    grid: emptyGrid,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { gridId?: string }) {
      this.setData({ gridId: query.gridId ?? '' });
    },

    async load() {
      const { gridId } = this.data;
      try {
        const grid = gridView(await readGrid(gridId === '' ? undefined : gridId));
        this.setData({ status: 'ready', grid });
      } catch (error) {
        this.showFailure(error);
      }
    },

    openGrid(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `index?gridId=${event.currentTarget.dataset.id}` });
    },

    addGrid() {
      const { gridId, level } = this.data.grid;
      void wx.navigateTo({ url: `../grid-form/index?parentId=${gridId}&parentLevel=${level}` });
    },

    changeGrid() {
      const { gridId, name, code, knownHouseholds, lowest, level } = this.data.grid;
      const query = `gridId=${gridId}&name=${encodeURIComponent(name)}&code=${code}&known=${knownHouseholds}&lowest=${lowest ? 1 : 0}&level=${level}`;
      void wx.navigateTo({ url: `../grid-form/index?${query}` });
    },

    goOnMoving() {
      void wx.navigateTo({ url: `../grid-move/index?gridId=${this.data.grid.gridId}` });
    },

    openRoster() {
      void wx.navigateTo({ url: `/packages/roster/import/index?gridId=${this.data.grid.gridId}` });
    },

    openCode() {
      void wx.navigateTo({ url: `/packages/gridwork/team-code/index?gridId=${this.data.grid.gridId}` });
    },

    async switchRetired() {
      const { gridId, name, retired } = this.data.grid;
      const confirm = await ask(
        retired
          ? {
              title: `重新启用${name}？`,
              content: '居民又可以登记到这里。应登记的户数要重新填。',
              yes: '启用',
              no: '不用了',
            }
          : {
              title: `停用${name}？`,
              content: '以后没人能登记到这里和下面的网格，应登记户数不再算。已有的档案和岗位都留着。',
              yes: '停用',
              takesAway: true,
              no: '留着',
            },
      );
      if (!confirm) return;
      try {
        await retireGrid(gridId, !retired);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.message);
      }
      await this.load();
    },

    addPost() {
      const { gridId, path } = this.data.grid;
      void wx.navigateTo({ url: `../post-form/index?gridId=${gridId}&place=${encodeURIComponent(path)}` });
    },

    async takePost(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const post = this.data.grid.posts[event.currentTarget.dataset.index];
      if (!post) return;
      const confirm = await ask({
        title: `撤掉${post.name}的岗位？`,
        content: `${this.data.grid.path} ${post.role}。撤掉后马上看不到这里的档案。`,
        yes: '撤掉',
        takesAway: true,
        no: '留着',
      });
      if (!confirm) return;
      try {
        await takeRole(post.postId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有撤掉', error.message);
      }
      await this.load();
    },
  },
});
