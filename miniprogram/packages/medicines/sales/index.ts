import { listing } from '../../../behaviors/listing';
import { listMySales } from '../../../services/medicines';
import { textSize } from '../../../services/text-size';
import { saleCard, type SaleCard } from '../sale-card';

/** What my pharmacy has registered, newest first. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    supplierId: '',
    name: '',
    cards: [] as SaleCard[],
  },
  pageLifetimes: {
    show() {
      if (this.data.supplierId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { supplierId?: string; name?: string }) {
      this.setData({ supplierId: query.supplierId ?? '', name: decodeURIComponent(query.name ?? '') });
    },

    async readPage(after?: string) {
      const { rows, next } = await listMySales(this.data.supplierId, after);
      return { cards: rows.map((sale) => saleCard(sale, Date.now())), next };
    },

    sell() {
      void wx.navigateTo({ url: `../sell/index?supplierId=${this.data.supplierId}` });
    },
  },
});
