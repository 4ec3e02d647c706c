import { loading } from '../../../behaviors/loading';
import { readItem, readMyItem, retireItem } from '../../../services/catalogue';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { blankItem, itemPage } from './view';

/** One item with what it cost before, and why it became dearer. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    itemId: '',
    seller: false,
    item: blankItem,
    busy: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.itemId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { itemId?: string; seller?: string }) {
      this.setData({ itemId: query.itemId ?? '', seller: query.seller === '1' });
    },

    async load() {
      const { itemId, seller } = this.data;
      try {
        const item = await (seller ? readMyItem(itemId) : readItem(itemId));
        this.setData({ item: itemPage(item, Date.now()), status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    change() {
      void wx.navigateTo({ url: `../item-form/index?itemId=${this.data.itemId}` });
    },

    changePrice() {
      void wx.navigateTo({ url: `../price/index?itemId=${this.data.itemId}` });
    },

    async switchRetired() {
      const { itemId, version, name, retired } = this.data.item;
      if (!retired) {
        const confirm = await ask({
          title: `下架${name}？`,
          content: '以后的团购里挑不到它。正在订的不受影响。',
          yes: '下架',
          takesAway: true,
          no: '留着',
        });
        if (!confirm) return;
      }
      if (this.data.busy) return;
      this.setData({ busy: true });
      try {
        await retireItem({ requestId: await makeRequestId(), itemId, version }, !retired);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.message);
      } finally {
        this.setData({ busy: false });
      }
      await this.load();
    },
  },
});
