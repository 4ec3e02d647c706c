import { tabbing } from '../../../behaviors/tabbing';
import { listRumours } from '../../../services/rumours';
import { textSize } from '../../../services/text-size';
import { rumourCard, type RumourCard } from './rows';

/** Rumours told of in my grids: to be answered, longest waiting first, or answered. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tabs: [
      { value: 'open', text: '要答复的' },
      { value: 'answered', text: '答复过的' },
    ],
    tab: 'open',
    cards: [] as RumourCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listRumours(this.data.tab === 'answered' ? 'answered' : 'open', after);
      const now = Date.now();
      return { cards: rows.map((row) => rumourCard(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../answer/index?rumourId=${id}` });
    },
  },
});
