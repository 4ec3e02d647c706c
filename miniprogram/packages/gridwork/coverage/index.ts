import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { listMissing, readCoverage } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { coverageView, emptyCoverage, missingCard, type MissingCard } from './view';

/** How far registration has come in one grid: its parts, whom to look after, and who of the roster is missing. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    /** Empty: the first grid that I hold. */
    asked: '',
    view: emptyCoverage,
    cards: [] as MissingCard[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
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
        const { rows, next } = await listMissing(answer.grid.gridId);
        const cards = rows.map(missingCard);
        this.setData({ status: 'ready', view: coverageView(answer), cards, next: next ?? '', more: 'idle' });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    async onReachBottom() {
      const { view, next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listMissing(view.gridId, next);
        const added = page.rows.map((row, i) => [`cards[${cards.length + i}]`, missingCard(row)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
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
