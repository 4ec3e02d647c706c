import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { callContact, readContact } from '../../../services/contact';
import { myObserved, readMyRecord, type Record as ObservationRecord } from '../../../services/observation';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { slotText } from '../../../shared/slot-words';
import { allSlots, slotDetails } from '../record-view';
import { emptyMine, minePage } from './view';

const records = new WeakMap<object, ObservationRecord>();

/** 我家的观察: how far it has come, what to do, when the tests are, who looks after us, and the whole record. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'empty' | 'failed',
    problem: '',
    people: [] as { observationId: string; name: string }[],
    observationId: '',
    view: emptyMine,
    callName: '',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { observed } = await myObserved();
        const people = observed.map(({ observationId, name }) => ({ observationId, name }));
        const here =
          people.find(({ observationId }) => observationId === this.data.observationId) ?? people[0];
        this.setData({ people, callName: readContact()?.name ?? '' });
        if (here === undefined) this.setData({ status: 'empty' });
        else await this.read(here.observationId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        const problem = error.code === 'NETWORK' ? '' : error.message;
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    async read(observationId: string) {
      const record = await readMyRecord(observationId);
      records.set(this, record);
      this.setData({ status: 'ready', observationId, view: minePage(record, Date.now()) });
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ observationId: event.currentTarget.dataset.id });
      void this.load();
    },

    openSlot(event: WechatMiniprogram.CustomEvent<{ slot: string }>) {
      const record = records.get(this);
      const found = record && allSlots(record).find(({ slot }) => slot === event.detail.slot);
      if (found) void tell(slotText(found.slot), slotDetails(found, Date.now(), true));
    },

    report() {
      void wx.navigateTo({ url: '../reading/index' });
    },

    tellUnwell() {
      void wx.navigateTo({ url: '../reading/index?anybody=1' });
    },

    openNotice() {
      const id = encodeURIComponent(this.data.observationId);
      void wx.navigateTo({ url: `../door-notice/index?mine=1&observationId=${id}` });
    },

    callUp() {
      void callContact();
    },
  },
});
