import type { SlotChoice } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { listFreeSlots, listFreeSlotsFor, moveSlot, moveSlotFor } from '../../../services/pickup-times';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { slotPage, type SlotPage } from './view';

/** 换时间: pickup slots that still have room. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    orderId: '',
    isProxy: false,
    version: 0,
    page: { now: '', fixed: '', groups: [] } as SlotPage,
    chosen: '',
    busy: false,
  },
  methods: {
    onLoad({ orderId = '', proxy }: { orderId?: string; proxy?: string }) {
      this.setData({ orderId: decodeURIComponent(orderId), isProxy: proxy === '1' });
      void this.load();
    },

    async load() {
      const { orderId, isProxy } = this.data;
      try {
        this.show(await (isProxy ? listFreeSlotsFor(orderId) : listFreeSlots(orderId)));
      } catch (error) {
        this.showFailure(error);
      }
    },

    show(choice: SlotChoice) {
      const mine = choice.slots.find(({ isMine }) => isMine)?.slotId ?? '';
      this.setData({
        status: 'ready',
        version: choice.version,
        page: slotPage(choice, Date.now()),
        chosen: mine,
      });
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ chosen: event.currentTarget.dataset.id });
    },

    async move() {
      const { orderId, version, chosen, busy, isProxy, page } = this.data;
      if (busy) return;
      const isMine = page.groups.some(({ slots }) =>
        slots.some(({ slotId, isMine: mine }) => mine && slotId === chosen),
      );
      if (chosen === '' || isMine) {
        void wx.showToast({ title: '先点一个别的时间', icon: 'none' });
        return;
      }
      this.setData({ busy: true });
      try {
        const form = { requestId: await makeRequestId(), orderId, version, slotId: chosen };
        await (isProxy ? moveSlotFor(form) : moveSlot(form));
        await wx.navigateBack();
        void wx.showToast({ title: '换好了', icon: 'success' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有换成', error.message);
        this.setData({ busy: false });
        // Somebody was faster, or the order was changed meanwhile.
        if (error.code === 'CONFLICT') await this.load();
      }
    },
  },
});
