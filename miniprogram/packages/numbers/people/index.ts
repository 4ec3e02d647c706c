import type { Figure } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { type FigureAsked, listFigure } from '../../../services/numbers';
import { textSize } from '../../../services/text-size';
import { personCard, type PersonCard } from './rows';

type Query = { gridId?: string; figure?: Figure; measure?: FigureAsked['measure']; title?: string };

/** The people behind one figure. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    title: '',
    asked: { gridId: '', figure: 'expected' } as FigureAsked,
    cards: [] as PersonCard[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  methods: {
    onLoad({ gridId = '', figure = 'expected', measure, title = '' }: Query) {
      this.setData({
        title: decodeURIComponent(title),
        asked: { gridId, figure, ...(measure === undefined ? {} : { measure }) },
      });
      void this.load();
    },

    async load() {
      const { asked } = this.data;
      try {
        const { rows, next } = await listFigure(asked);
        const cards = rows.map((row) => personCard(row, asked.figure));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle' });
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    async onReachBottom() {
      const { asked, next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listFigure(asked, next);
        const added = page.rows.map(
          (row, i) => [`cards[${cards.length + i}]`, personCard(row, asked.figure)] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
