import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { addSlots, type PurchaseList, readPurchase } from '../../../services/purchase';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';

type Slot = { pointId: string; date: string; from: string; until: string; capacity: string };
type Wrong = Record<keyof Slot, string>;
const NO_ANSWER: Wrong = { pointId: '', date: '', from: '', until: '', capacity: '' };

/** What is wrong with each answer; empty where nothing is. */
const wrongIn = ({ pointId, date, from, until, capacity }: Slot): Wrong => ({
  pointId: pointId === '' ? '请选一个领取点' : '',
  date: date === '' ? '请选日期' : '',
  from: from === '' ? '请选几点开始' : '',
  until: until === '' ? '请选几点结束' : until <= from ? '结束要晚于开始' : '',
  capacity: /^[1-9]\d{0,3}$/.test(capacity.trim()) ? '' : '请填能接多少户，至少 1 户',
});

/** 加时段: room for the households that have no time yet; they get one at once, the others keep theirs. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    requestId: '',
    version: 0,
    unplaced: 0,
    points: [] as { value: string; text: string }[],
    chosenPoint: [] as string[],
    today: '',
    slot: { pointId: '', date: '', from: '', until: '', capacity: '' } as Slot,
    wrong: NO_ANSWER,
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({
        roundId: decodeURIComponent(query.roundId ?? ''),
        requestId: await makeRequestId(),
        today: calendarDate(Date.now()),
      });
      await this.load();
    },

    async load() {
      try {
        this.show(await readPurchase('leader', this.data.roundId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    show({ version, points, slotting, doorDate }: PurchaseList) {
      const only = points.length === 1 ? (points[0]?.pointId ?? '') : '';
      const { slot } = this.data;
      const unplaced = slotting?.unplaced ?? 0;
      this.setData({
        status: 'ready',
        version,
        unplaced,
        points: points.map(({ pointId, name }) => ({ value: pointId, text: name })),
        'slot.pointId': slot.pointId || only,
        'slot.date': slot.date || doorDate,
        'slot.capacity': slot.capacity || (unplaced > 0 ? String(unplaced) : ''),
        chosenPoint: slot.pointId || only ? [slot.pointId || only] : [],
      });
    },

    onPoint(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const pointId = event.detail.chosen[0] ?? '';
      this.setData({ 'slot.pointId': pointId, chosenPoint: [pointId], 'wrong.pointId': '' });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { part: keyof Slot }>) {
      const { part } = event.currentTarget.dataset;
      this.setData({ [`slot.${part}`]: event.detail.value, [`wrong.${part}`]: '' });
    },

    async submit() {
      const { slot, roundId, requestId, version } = this.data;
      const wrong = wrongIn(slot);
      this.setData({ wrong });
      if (Object.values(wrong).some((one) => one !== '')) {
        scrollToWrong(this);
        return;
      }
      let left = 0;
      const isDone = await this.send(async () => {
        const { pointId, date, from, until, capacity } = slot;
        const added = { pointId, date, from, until, capacity: Number(capacity) };
        const list = await addSlots({ roundId, requestId, version, slots: [added] });
        left = list.slotting?.unplaced ?? 0;
      });
      if (!isDone) {
        // Somebody may have changed the round meanwhile: what was written stays, the rest is read anew.
        const { errors } = this.data;
        this.setData({
          requestId: await makeRequestId(),
          'wrong.date': errors['slots.0.date'] ?? '',
          'wrong.until': errors['slots.0.until'] ?? '',
        });
        await this.load();
        return;
      }
      await tell('加好了', left === 0 ? '每户都有领取时间了。' : `还有 ${left} 户没有排上，可以再加。`);
      await wx.navigateBack();
    },
  },
});
