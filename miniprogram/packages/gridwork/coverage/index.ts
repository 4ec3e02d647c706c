import { gridShowing } from '../../../behaviors/grid-showing';
import { firstPage, paging } from '../../../behaviors/paging';
import { listMissing, readCoverage } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { coverageView, emptyCoverage, missingCard, type MissingCard } from './view';

/** How far registration has come in one grid: its parts, whom to look after, and who of the roster is missing. */
Component({
  behaviors: [gridShowing, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    view: emptyCoverage,
    cards: [] as MissingCard[],
  },
  methods: {
    async load() {
      try {
        const answer = await readCoverage(this.askedGrid());
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
