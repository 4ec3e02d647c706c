import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { untilGone } from '../../../behaviors/until-gone';
import { CloudError } from '../../../services/cloud';
import { keepHandingRow, keptHandingList, keptHandingRow, roundOf } from '../../../services/handing-list';
import { keepPhoto, takePhoto } from '../../../services/photos';
import { openDoorPhoto, readHanded } from '../../../services/pickup';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { type CounterAct, keptActs, submitAct, watchKeptActs } from '../../../services/unsent-hand-overs';
import { entryRow, type EntryRow } from '../../../shared/entry-words';
import { yuan } from '../../../shared/money';
import { countOf, type GoodsLine, goodsToGive, movedOf, worthOf } from '../goods';
import { scanOrder } from '../scanning';
import { withUnsent } from '../with-unsent';
import { isNoShow } from './asking';
import * as form from './form';
import { type Household, householdOf } from './view';

/** A queue stands before the table: what has not arrived after this long goes on its way behind the next household. */
const PATIENCE_MS = 4_000;

/** The order as the cloud, or this phone, last knew it. */
const rows = new WeakMap<object, PickupRow>();

/** 交货: one household before the table or at its door: tick the goods, take the money, the next one. Works without a network. */
Component({
  behaviors: [loading, textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    orderId: '',
    requestId: '',
    /** No answer yet, or none at all: shown as this phone remembers it. */
    stale: false,
    household: null as Household | null,
    entries: [] as EntryRow[],
    step: 'goods' as form.Step,
    lines: [] as GoodsLine[],
    form: form.blankHandForm({ way: 'pickup' }),
    wrong: form.NOTHING_WRONG,
    hows: form.HOWS,
    methods: form.METHODS,
    receivings: form.RECEIVINGS,
    /** Kinds of things that are ticked. */
    count: 0,
    due: 0,
    /** In words, for the screen. */
    dueText: '',
    sumText: '',
    submitText: '',
    doneText: '',
    isKept: false,
    sending: false,
  },
  lifetimes: {
    attached() {
      this.untilGone(watchKeptActs(() => this.onKept()));
    },
  },
  methods: {
    async onLoad(query: { orderId?: string }) {
      await this.open(decodeURIComponent(query.orderId ?? ''));
    },

    /** Puts a household before the table: at once as this phone knows it, and again when the cloud has answered. */
    async open(orderId: string) {
      rows.delete(this);
      this.setData({ status: 'loading', orderId, requestId: await makeRequestId(), household: null, entries: [] }); // prettier-ignore
      const kept = keptHandingRow(orderId, Date.now());
      if (kept) this.show(kept, true);
      await this.load();
    },

    async load() {
      const { orderId } = this.data;
      try {
        const { row, entries } = await readHanded(orderId);
        if (orderId !== this.data.orderId) return;
        keepHandingRow(row);
        this.setData({ entries: entries.map((entry) => entryRow(entry, Date.now())) });
        if (this.isUntouched()) this.show(row, false);
      } catch (error) {
        if (orderId === this.data.orderId) this.showFailure(error);
      }
    },

    /** Nothing has been ticked: what is on the screen may change under the eyes. */
    isUntouched(): boolean {
      return this.data.step === 'goods' && countOf(this.data.lines) === 0;
    },

    show(row: PickupRow, stale: boolean) {
      rows.set(this, row);
      const now = withUnsent(row, keptActs());
      this.setData({
        status: 'ready',
        stale,
        step: 'goods',
        lines: goodsToGive(now),
        form: form.blankHandForm(now),
        wrong: form.NOTHING_WRONG,
      });
      this.describe();
    },

    /** The words that follow from what is ticked and chosen. */
    describe() {
      const row = rows.get(this);
      if (!row) return;
      const acts = keptActs();
      const now = withUnsent(row, acts);
      const { lines } = this.data;
      const due = form.toPay(now, lines);
      const list = keptHandingList(roundOf(row.orderId), Date.now());
      const isUnsent = acts.some((act) => act.form.orderId === row.orderId);
      this.setData({
        household: householdOf(now, { list, isUnsent, now: Date.now() }),
        count: countOf(lines),
        due,
        dueText: yuan(due),
        sumText: `勾了 ${countOf(lines)} 样，${yuan(worthOf(lines))} 元`,
        submitText: form.submitText(row.headName, lines, form.receivedOf(this.data.form, due)),
      });
    },

    give(event: WechatMiniprogram.CustomEvent<{ at: number; given: number }>) {
      const { at, given } = event.detail;
      this.setData({ [`lines[${at}].given`]: given });
      this.describe();
    },

    tickAll() {
      this.setData({ lines: this.data.lines.map((line) => ({ ...line, given: line.most })) });
      this.describe();
    },

    /** On from the goods: to how they are handed over, or to the money. */
    async next() {
      const { step, lines, form: filled } = this.data;
      if (step === 'goods' && lines.length > 0 && countOf(lines) === 0) {
        await tell('还没有勾', '交一样，勾一样。都交了就按“全部勾上”。');
        return;
      }
      if (step === 'goods' && this.data.household?.isDoor && countOf(lines) > 0) {
        this.goTo('how');
        return;
      }
      if (step === 'how') {
        const wrong = form.wrongHow(filled);
        this.setData({ wrong });
        if (!form.isRight(wrong)) return;
      }
      if (this.data.due === 0) await this.submitNow();
      else this.goTo('money');
    },

    goTo(step: form.Step) {
      this.setData({ step, wrong: form.NOTHING_WRONG });
      this.describe();
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    backToGoods() {
      this.goTo('goods');
    },

    onHow(event: WechatMiniprogram.CustomEvent<{ chosen: ['collected' | 'left'] }>) {
      const [how] = event.detail.chosen;
      // Nobody is there who could pay.
      this.setData({ 'form.how': how, 'form.receiving': how === 'left' ? 'nothing' : '', wrong: form.NOTHING_WRONG }); // prettier-ignore
      this.describe();
    },

    async photograph() {
      const path = await takePhoto();
      if (path !== undefined) this.setData({ 'form.photoPath': await keepPhoto(path), 'wrong.photo': '' });
    },

    onReceiving(event: WechatMiniprogram.CustomEvent<{ chosen: [form.Receiving] }>) {
      this.setData({ 'form.receiving': event.detail.chosen[0], wrong: form.NOTHING_WRONG });
      this.describe();
    },

    onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.typed': event.detail.value, 'wrong.typed': '' });
      this.describe();
    },

    onMethod(event: WechatMiniprogram.CustomEvent<{ chosen: ['cash' | 'phone'] }>) {
      this.setData({ 'form.method': event.detail.chosen[0], 'wrong.method': '' });
    },

    async submitNow() {
      const { form: filled, due, lines, household, orderId, requestId } = this.data;
      if (!household) return;
      const wrong = form.wrongMoney(filled, due);
      this.setData({ wrong });
      if (!form.isRight(wrong)) {
        scrollToWrong(this);
        return;
      }
      const money = form.receivedOf(filled, due) ?? 0;
      const method = filled.method || 'cash';
      const told = { name: household.name, what: form.whatText(lines, money) };
      if (countOf(lines) > 0) {
        const how = filled.how || 'collected';
        const moved = { requestId, orderId, lines: movedOf(lines), money, method, how, photo: null };
        await this.record({ action: 'handOver', form: moved, photoPath: filled.photoPath, ...told });
      } else if (money > 0)
        await this.record({ action: 'takePayment', form: { requestId, orderId, money, method }, ...told });
      else this.goTo('goods');
    },

    async markNoShow() {
      const { household, orderId, requestId } = this.data;
      if (!household) return;
      if (await isNoShow(household.name))
        await this.record({ action: 'noShow', form: { requestId, orderId }, name: household.name, what: '没来领' }); // prettier-ignore
    },

    /** Sends, or keeps it on this phone; a refusal says why and shows how things stand now. */
    async record(act: CounterAct) {
      if (this.data.sending) return;
      this.setData({ sending: true });
      const outcome = await submitAct(act, PATIENCE_MS);
      if (outcome.state === 'refused') {
        this.setData({ sending: false, requestId: await makeRequestId() });
        await this.onRefused(outcome.error);
        return;
      }
      if (outcome.state === 'sent') rows.set(this, outcome.answer);
      this.setData({
        sending: false,
        step: 'done',
        lines: [],
        doneText: act.what,
        isKept: outcome.state === 'kept',
        requestId: await makeRequestId(),
      });
      this.describe();
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    async onRefused({ message }: CloudError) {
      await tell('没有记上', message);
      this.setData({ step: 'goods', lines: [] });
      await this.load();
    },

    /** Something that waited has arrived, or was refused. */
    onKept() {
      const { orderId, step, isKept } = this.data;
      if (step === 'done' && isKept && !keptActs().some((act) => act.form.orderId === orderId))
        this.setData({ isKept: false });
      const arrived = rows.has(this) ? keptHandingRow(orderId, Date.now()) : undefined;
      if (arrived) rows.set(this, arrived);
      // While one is on its way its own answer changes the screen.
      if (!this.data.sending) this.describe();
    },

    /** The next one of the queue, in the same place. */
    async scanNext() {
      const orderId = await scanOrder();
      if (orderId !== undefined) await this.open(orderId);
    },

    again() {
      const row = rows.get(this);
      if (row) this.show(row, this.data.stale);
    },

    backToList() {
      void wx.navigateBack();
    },

    openRefund() {
      void wx.navigateTo({ url: `../refund/index?orderId=${encodeURIComponent(this.data.orderId)}` });
    },

    async openPhoto() {
      try {
        void wx.previewImage({ urls: [await openDoorPhoto(this.data.orderId)] });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('照片没有打开', error.message);
      }
    },
  },
});
