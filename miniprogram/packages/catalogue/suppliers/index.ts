import { loading } from '../../../behaviors/loading';
import { listSuppliers } from '../../../services/catalogue';
import { holds } from '../../../services/roles';
import { textSize } from '../../../services/text-size';
import { supplierCard, type SupplierCard } from '../supplier-words';

type Tab = 'used' | 'retired';

/** From whom my grids buy: shops and pharmacies, of mine and of the town. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'used' as Tab,
    cards: [] as SupplierCard[],
    setsRule: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      const { tab } = this.data;
      try {
        const rows = await listSuppliers(tab === 'retired');
        if (tab !== this.data.tab) return;
        this.setData({ status: 'ready', cards: rows.map(supplierCard), setsRule: holds('townOfficer') });
      } catch (error) {
        if (tab === this.data.tab) this.showFailure(error);
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', cards: [] });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../supplier/index?supplierId=${event.currentTarget.dataset.id}` });
    },

    add() {
      void wx.navigateTo({ url: '../supplier-form/index' });
    },

    openRule() {
      void wx.navigateTo({ url: '../price-rule/index' });
    },
  },
});
