import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import {
  type As,
  markArrival,
  openPurchaseSheet,
  type PurchaseList,
  readPurchase,
} from '../../../services/purchase';
import { makeRequestId } from '../../../services/request-id';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { asked } from '../asked';
import { listPage, type ListPage } from './view';

const lists = new WeakMap<object, PurchaseList>();

/** 采购单: what was ordered of everything, what comes, and where to. With `?as=leader` for whoever leads the grid. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    as: 'supplier' as As,
    requestId: '',
    page: null as ListPage | null,
    opening: false,
    sending: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    async onLoad(query: { roundId?: string; as?: string }) {
      this.setData({ ...asked(query), requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        this.show(await readPurchase(this.data.as, this.data.roundId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    show(list: PurchaseList) {
      lists.set(this, list);
      this.setData({ status: 'ready', page: listPage(list, this.data.as, Date.now()) });
    },

    async act() {
      const act = this.data.page?.act?.act;
      if (act === 'confirm') this.openConfirm();
      if (act === 'arrive' && (await this.isSure())) await this.arrive();
    },

    async isSure(): Promise<boolean> {
      return ask({
        title: '货都到了？',
        content: '点了以后，到货数量不能再改，就可以开始发了。',
        yes: '都到了',
        no: '再等等',
      });
    },

    async arrive() {
      const list = lists.get(this);
      if (this.data.sending || !list) return;
      this.setData({ sending: true });
      const { as, roundId, requestId } = this.data;
      try {
        this.show(await markArrival(as, { roundId, requestId, version: list.version }));
        void wx.showToast({ title: '记下了', icon: 'success' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有记下', error.message);
        await this.load();
      } finally {
        this.setData({ sending: false, requestId: await makeRequestId() });
      }
    },

    async openSheet() {
      if (this.data.opening) return;
      this.setData({ opening: true });
      try {
        await openPurchaseSheet(this.data.as, this.data.roundId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('表格没有打开', error.message);
      } finally {
        this.setData({ opening: false });
      }
    },

    openConfirm() {
      this.open('confirm');
    },
    openPrint() {
      this.open('print');
    },
    openShares() {
      this.open('shares');
    },
    openAddSlots() {
      this.open('add-slots');
    },

    open(page: string) {
      const { roundId, as } = this.data;
      void wx.navigateTo({ url: `../${page}/index?roundId=${encodeURIComponent(roundId)}&as=${as}` });
    },
  },
});
