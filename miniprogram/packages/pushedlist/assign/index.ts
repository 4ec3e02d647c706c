import { placeChoosing } from '../../../behaviors/place-choosing';
import { CloudError } from '../../../services/cloud';
import { assignEntry } from '../../../services/pushed-list';
import { makeRequestId } from '../../../services/request-id';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';

/** Chooses the group whose grid member shall look for somebody; choosing one asks once more, then goes back. */
Component({
  behaviors: [textSize, placeChoosing],
  data: { entryId: '', version: 0, name: '', problem: '', sending: false },
  methods: {
    onLoad(query: { entryId?: string; version?: string; name?: string }) {
      this.setData({
        entryId: query.entryId ?? '',
        version: Number(query.version ?? 0),
        name: decodeURIComponent(query.name ?? ''),
      });
      void this.openPlaces([]);
    },

    async onPick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf === undefined || this.data.sending) return;
      const confirm = await ask({
        title: `派给${leaf.place}？`,
        content: `由那里的网格员去找${this.data.name}。`,
        yes: '派过去',
        no: '再看看',
      });
      if (confirm) await this.send(leaf.gridId);
    },

    async send(gridId: string) {
      const { entryId, version } = this.data;
      this.setData({ sending: true, problem: '' });
      try {
        await assignEntry({ requestId: await makeRequestId(), entryId, version, gridId });
        await wx.navigateBack();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      } finally {
        this.setData({ sending: false });
      }
    },

    onUp(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      void this.goUpTo(event.detail.index);
    },

    onRetry() {
      void this.openPlaces(this.data.places.crumbs);
    },
  },
});
