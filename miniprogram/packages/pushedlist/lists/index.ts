import { loading } from '../../../behaviors/loading';
import { listPushedLists } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';
import { listCard, type ListCard } from './cards';

/** The lists that the county pushed down, newest first, and how far each is. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as ListCard[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { lists, next } = await listPushedLists();
        const cards = lists.map((list) => listCard(list, Date.now()));
        this.setData({ status: 'ready', cards, next: next ?? '', more: 'idle' });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async onReachBottom() {
      const { next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listPushedLists(next);
        const added = page.lists.map(
          (list, i) => [`cards[${cards.length + i}]`, listCard(list, Date.now())] as const,
        );
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    add() {
      void wx.navigateTo({ url: '../import/index' });
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const card = this.data.cards[event.currentTarget.dataset.index];
      if (card)
        void wx.navigateTo({
          url: `../${card.unfinished ? 'import' : 'entries'}/index?listId=${card.listId}`,
        });
    },
  },
});
