import { loading } from '../../../behaviors/loading';
import { placeChoosing } from '../../../behaviors/place-choosing';
import { CloudError } from '../../../services/cloud';
import { handOver } from '../../../services/household-life';
import { readHousehold } from '../../../services/registration';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { shortPlace } from '../../../shared/places';

const REASONS = ['全家搬到那边住了', '登记时选错了村组', '村组重新划分了'];

/** 转到别的村组: where the household lives now, and why its file goes there. */
Component({
  behaviors: [loading, textSize, placeChoosing],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    householdId: '',
    requestId: '',
    version: 0,
    /** 王桂英: whose file it is. */
    name: '',
    from: '',
    gridId: '',
    place: '',
    reasons: REASONS,
    asksReason: false,
    errors: {} as { gridId?: string },
    problem: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { householdId?: string }) {
      this.setData({ householdId: query.householdId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      try {
        const { version, place, people } = await readHousehold(this.data.householdId);
        const name = people.find(({ relation }) => relation === 'head')?.name ?? '';
        this.setData({ status: 'ready', version, name, from: shortPlace(place) });
      } catch (error) {
        this.showFailure(error);
        return;
      }
      if (this.data.gridId === '') await this.openPlaces([]);
    },

    async onPick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.setData({ errors: {}, problem: '' });
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf !== undefined) this.setData(leaf);
    },

    onUp(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      void this.goUpTo(event.detail.index);
    },

    onAgain() {
      this.setData({ gridId: '', place: '', errors: {}, problem: '' });
      void this.openPlaces([]);
    },

    onPlaceRetry() {
      void this.openPlaces(this.data.places.crumbs);
    },

    send() {
      const isChosen = this.data.gridId !== '';
      this.setData({
        asksReason: isChosen,
        errors: isChosen ? {} : { gridId: '请选到最小的网格，例如几组' },
      });
    },

    closeReason() {
      this.setData({ asksReason: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ asksReason: false });
      if (this.data.sending) return;
      this.setData({ sending: true });
      const { householdId, requestId, version, gridId } = this.data;
      try {
        await handOver({ householdId, requestId, version, gridId, reason: event.detail.reason });
        // The file's own page lies in between, and may show it no longer.
        await wx.navigateBack({ delta: 2 });
        void wx.showToast({ title: '转过去了，那边的网格员会来核实', icon: 'none', duration: 2500 });
      } catch (error) {
        this.setData({ sending: false });
        if (!(error instanceof CloudError)) throw error;
        const { gridId: wrongPlace = '' } = error.fields;
        if (wrongPlace !== '') this.setData({ errors: { gridId: wrongPlace } });
        else this.setData({ problem: error.message });
        if (error.code === 'CONFLICT') await this.load();
      }
    },
  },
});
