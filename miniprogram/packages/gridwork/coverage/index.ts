import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { listMissing, readCoverage } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { coverageView, emptyCoverage, missingCard, type MissingCard } from './view';

/** How far registration has come in one grid: its parts, whom to look after, and who of the roster is missing. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** Empty: the first grid that I hold. */
    asked: '',
    view: emptyCoverage,
    cards: [] as MissingCard[],
  },
  pageLifetimes: {
    show() {
      if (this.data.status === 'ready') void this.load();
    },
  },
  methods: {
    onLoad(query: { gridId?: string }) {
      this.setData({ asked: query.gridId ?? '' });
      void this.load();
    },

    async load() {
      const { asked } = this.data;
      try {
        const answer = await readCoverage(asked === '' ? undefined : asked);
        const page = await readMissing(answer.grid.gridId);
        this.setData({ status: 'ready', view: coverageView(answer), ...firstPage(page) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    readPage(after?: string) {
      return readMissing(this.data.view.gridId, after);
    },

    onGrid(event: WechatMiniprogram.CustomEvent<{ gridId: string }>) {
      void wx.navigateTo({ url: `index?gridId=${event.detail.gridId}` });
    },

    openCode() {
      void wx.navigateTo({ url: `../team-code/index?gridId=${this.data.view.gridId}` });
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `/packages/registration/review/index?householdId=${id}` });
    },
  },
});

async function readMissing(gridId: string, after?: string) {
  const { rows, next } = await listMissing(gridId, after);
  return { cards: rows.map(missingCard), next };
}
