import type { Figure } from '../../../../cloudfunctions/contracts/index';
import { listing } from '../../../behaviors/listing';
import { type FigureAsked, listFigure } from '../../../services/numbers';
import { textSize } from '../../../services/text-size';
import { personCard, type PersonCard } from './rows';

type Query = { gridId?: string; figure?: Figure; measure?: FigureAsked['measure']; title?: string };

/** The people behind one figure. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    title: '',
    asked: { gridId: '', figure: 'expected' } as FigureAsked,
    cards: [] as PersonCard[],
  },
  methods: {
    onLoad({ gridId = '', figure = 'expected', measure, title = '' }: Query) {
      this.setData({
        title: decodeURIComponent(title),
        asked: { gridId, figure, ...(measure === undefined ? {} : { measure }) },
      });
      void this.load();
    },

    async readPage(after?: string) {
      const { asked } = this.data;
      const { rows, next } = await listFigure(asked, after);
      return { cards: rows.map((row) => personCard(row, asked.figure)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
