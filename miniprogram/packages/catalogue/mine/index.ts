import { loading } from '../../../behaviors/loading';
import { listMySuppliers } from '../../../services/catalogue';
import { textSize } from '../../../services/text-size';
import { supplierCard, type SupplierCard } from '../supplier-words';

/** The suppliers I work for; a pharmacy also sells over its counter. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as (SupplierCard & { pharmacy: boolean })[],
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        const rows = await listMySuppliers();
        const cards = rows.map((row) => ({
          ...supplierCard(row),
          pharmacy: row.kind === 'pharmacy',
        }));
        this.setData({ status: 'ready', cards });
      } catch (error) {
        this.showFailure(error);
      }
    },

    openShelf(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const card = this.data.cards[event.currentTarget.dataset.index];
      if (!card) return;
      const name = encodeURIComponent(card.name);
      void wx.navigateTo({ url: `../items/index?supplierId=${card.supplierId}&name=${name}&seller=1` });
    },

    openCounter(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const card = this.data.cards[event.currentTarget.dataset.index];
      if (!card) return;
      const name = encodeURIComponent(card.name);
      void wx.navigateTo({
        url: `/packages/medicines/sales/index?supplierId=${card.supplierId}&name=${name}`,
      });
    },
  },
});
