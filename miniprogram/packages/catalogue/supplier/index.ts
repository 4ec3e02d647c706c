import { loading } from '../../../behaviors/loading';
import {
  openSupplierPhone,
  readSupplier,
  retireSupplier,
  takeSupplierPerson,
} from '../../../services/catalogue';
import { CloudError } from '../../../services/cloud';
import { dial } from '../../../services/dial';
import { makeRequestId } from '../../../services/request-id';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { blankSupplier, supplierPage } from './view';

/** One supplier: what it sells, how to call it, and who of its people sees its purchase lists. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    supplierId: '',
    supplier: blankSupplier,
    busy: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.supplierId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { supplierId?: string }) {
      this.setData({ supplierId: query.supplierId ?? '' });
    },

    async load() {
      try {
        this.setData({ supplier: supplierPage(await readSupplier(this.data.supplierId)), status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    openShelf() {
      const { supplierId, name, mine, retired } = this.data.supplier;
      const may = mine && !retired ? '&mine=1' : '';
      void wx.navigateTo({
        url: `../items/index?supplierId=${supplierId}&name=${encodeURIComponent(name)}${may}`,
      });
    },

    change() {
      void wx.navigateTo({ url: `../supplier-form/index?supplierId=${this.data.supplierId}` });
    },

    addPerson() {
      const { supplierId, version, name } = this.data.supplier;
      void wx.navigateTo({
        url: `../person-form/index?supplierId=${supplierId}&version=${version}&name=${encodeURIComponent(name)}`,
      });
    },

    async takePerson(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const person = this.data.supplier.people[event.currentTarget.dataset.index];
      if (!person) return;
      const confirm = await ask({
        title: `去掉${person.name}？`,
        content: `去掉以后，${person.name}看不到${this.data.supplier.name}的采购单，也不能发货。`,
        yes: '去掉',
        takesAway: true,
        no: '留着',
      });
      if (confirm) await this.act('没有去掉', async (seen) => takeSupplierPerson(seen, person.postId));
    },

    async switchRetired() {
      const { name, retired } = this.data.supplier;
      const confirm = await ask(
        retired
          ? {
              title: `重新启用${name}？`,
              content: '以后又可以跟它开团购。',
              yes: '启用',
              no: '不用了',
            }
          : {
              title: `停用${name}？`,
              content: '以后不能再跟它开新的团购。正在进行的不受影响。',
              yes: '停用',
              takesAway: true,
              no: '留着',
            },
      );
      if (confirm) await this.act('没有办成', async (seen) => retireSupplier(seen, !retired));
    },

    async dial() {
      await dial(() => openSupplierPhone(this.data.supplierId));
    },

    async act(
      failed: string,
      send: (seen: { requestId: string; supplierId: string; version: number }) => Promise<unknown>,
    ) {
      if (this.data.busy) return;
      this.setData({ busy: true });
      const { supplierId, version } = this.data.supplier;
      try {
        await send({ requestId: await makeRequestId(), supplierId, version });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell(failed, error.message);
      } finally {
        this.setData({ busy: false });
      }
      await this.load();
    },
  },
});
