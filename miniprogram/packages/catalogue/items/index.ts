import { loading } from '../../../behaviors/loading';
import { listItems, listMyItems } from '../../../services/catalogue';
import { textSize } from '../../../services/text-size';
import { shelvesOf, type Shelf } from './shelves';

type Tab = 'sold' | 'retired';

/** What a supplier sells and at which price: for those who manage it, who buy from it, or who work for it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    supplierId: '',
    name: '',
    /** I may put things on the shelf; the supplier's own people change prices only. */
    mine: false,
    seller: false,
    tab: 'sold' as Tab,
    shelves: [] as Shelf[],
  },
  pageLifetimes: {
    show() {
      if (this.data.supplierId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { supplierId?: string; name?: string; mine?: string; seller?: string }) {
      this.setData({
        supplierId: query.supplierId ?? '',
        name: decodeURIComponent(query.name ?? ''),
        mine: query.mine === '1',
        seller: query.seller === '1',
      });
    },

    async load() {
      const { supplierId, seller, tab } = this.data;
      try {
        const { rows } = seller
          ? await listMyItems(supplierId)
          : await listItems(supplierId, tab === 'retired');
        if (tab === this.data.tab) this.setData({ status: 'ready', shelves: shelvesOf(rows) });
      } catch (error) {
        if (tab === this.data.tab) this.showFailure(error);
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', shelves: [] });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      void wx.navigateTo({ url: `../item/index?itemId=${id}${this.data.seller ? '&seller=1' : ''}` });
    },

    add() {
      void wx.navigateTo({ url: `../item-form/index?supplierId=${this.data.supplierId}` });
    },
  },
});
