import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { dial } from '../../../services/dial';
import {
  explainGap,
  openPhone,
  pauseObservation,
  readRecord,
  resumeObservation,
  type Record as ObservationRecord,
} from '../../../services/observation';
import { makeRequestId } from '../../../services/request-id';
import { holds } from '../../../services/roles';
import { ask, tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { slotText } from '../../../shared/slot-words';
import { allSlots, slotDetails } from '../record-view';
import { EXPLAIN_REASONS, PAUSE_REASONS } from './reasons';
import { emptyRecord, recordPage } from './view';

/** The record as it came, past what the screen shows of it. */
const records = new WeakMap<object, ObservationRecord>();

/** 观察记录: one person's whole slot record, for people on duty, and what may be done about it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    observationId: '',
    view: emptyRecord,
    may: { watch: false, measure: false, extend: false },
    sheet: '' as '' | 'explain' | 'pause',
    /** The gap that is explained, and how the sheet calls it. */
    slot: '',
    slotName: '',
    explainReasons: EXPLAIN_REASONS,
    pauseReasons: PAUSE_REASONS,
    requestId: '',
    sending: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.observationId !== '') void this.load();
    },
  },
  methods: {
    async onLoad(query: { observationId?: string }) {
      this.setData({
        observationId: decodeURIComponent(query.observationId ?? ''),
        may: {
          watch: holds('gridMember', 'villageDoctor', 'gridLeader'),
          measure: holds('villageDoctor'),
          extend: holds('villageDoctor', 'townOfficer'),
        },
      });
      await this.load();
    },

    async load() {
      try {
        this.use(await readRecord(this.data.observationId));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        const problem = error.code === 'NETWORK' ? '' : error.message;
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    use(record: ObservationRecord) {
      records.set(this, record);
      this.setData({ status: 'ready', view: recordPage(record, Date.now()) });
    },

    /** One slot: a gap is explained, everything else is told. */
    async openSlot(event: WechatMiniprogram.CustomEvent<{ slot: string }>) {
      const record = records.get(this);
      const found = record && allSlots(record).find(({ slot }) => slot === event.detail.slot);
      if (!found) return;
      if (this.data.may.watch && found.state === 'missed' && found.explanation === null) {
        const requestId = await makeRequestId();
        this.setData({ sheet: 'explain', slot: found.slot, slotName: slotText(found.slot), requestId });
        return;
      }
      await tell(slotText(found.slot), slotDetails(found, Date.now(), false));
    },

    async onExplained(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { slot } = this.data;
      await this.act((act) => explainGap(act, slot, event.detail.reason), '记下了');
    },

    async askPause() {
      this.setData({ sheet: 'pause', requestId: await makeRequestId() });
    },

    async onPaused(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      await this.act((act) => pauseObservation(act, event.detail.reason), '暂停了，恢复前不用报体温');
    },

    async resume() {
      const confirm = await ask({
        title: '恢复观察？',
        content: '从现在起又要早晚报体温。暂停的日子会留在记录里。',
        yes: '恢复观察',
        no: '先不',
      });
      if (!confirm) return;
      this.setData({ requestId: await makeRequestId() });
      await this.act((act) => resumeObservation(act), '恢复了');
    },

    /** Sends one act and shows the record that it led to; pressing twice acts once. */
    async act(
      send: (act: { requestId: string; observationId: string }) => Promise<ObservationRecord>,
      done: string,
    ) {
      if (this.data.sending) return;
      const { requestId, observationId } = this.data;
      this.setData({ sheet: '', sending: true });
      try {
        this.use(await send({ requestId, observationId }));
        void wx.showToast({ title: done, icon: 'none', duration: 2500 });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有办成', error.fields.reason ?? error.fields.text ?? error.message);
        if (error.code === 'CONFLICT') await this.load();
      }
      this.setData({ sending: false });
    },

    closeSheet() {
      this.setData({ sheet: '' });
    },

    async dial() {
      await dial(async () => (await openPhone(this.data.observationId)).phone);
    },

    /** To a page about this person: 代报, 抽查, 核酸, 换住处… */
    go(event: WechatMiniprogram.TouchEvent<object, object, { to: string; more?: string }>) {
      const { to, more } = event.currentTarget.dataset;
      const id = encodeURIComponent(this.data.observationId);
      const rest = more === undefined ? '' : `&${more}`;
      void wx.navigateTo({ url: `../${to}/index?observationId=${id}${rest}` });
    },
  },
});
