import { listing } from '../../../behaviors/listing';
import { listPushedLists } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';
import { listCard, type ListCard } from './cards';

/** The lists that the county pushed down, newest first, and how far each is. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as ListCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { lists, next } = await listPushedLists(after);
      return { cards: lists.map((list) => listCard(list, Date.now())), next };
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
