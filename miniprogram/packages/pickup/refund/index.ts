import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { readHanded } from '../../../services/pickup';
import { makeRequestId } from '../../../services/request-id';
import { correctOrder } from '../../../services/settlement';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { keptActs, submitAct } from '../../../services/unsent-hand-overs';
import { yuan } from '../../../shared/money';
import { type GoodsLine, goodsToGive, goodsToTakeBack, movedOf, worthOf } from '../goods';
import { METHODS } from '../hand-over/form';
import { withUnsent } from '../with-unsent';
import * as form from './form';

const rows = new WeakMap<object, PickupRow>();

/** 退货退钱 while a round is handed out; 更正 once it is settled: an entry of its own, nothing that was written is changed. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    orderId: '',
    requestId: '',
    name: '',
    paidText: '',
    isSettled: false,
    lines: [] as GoodsLine[],
    form: form.BLANK,
    wrong: form.NOTHING_WRONG,
    directions: form.DIRECTIONS,
    amounts: form.amounts('back', 0),
    methods: METHODS,
    reasons: form.REASONS,
    isAsking: false,
    submitText: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { orderId?: string }) {
      this.setData({
        orderId: decodeURIComponent(query.orderId ?? ''),
        requestId: await makeRequestId(),
      });
      await this.load();
    },

    async load() {
      try {
        const { row, round } = await readHanded(this.data.orderId);
        const now = withUnsent(row, keptActs());
        rows.set(this, now);
        const isSettled = round.status === 'settled';
        if (isSettled) void wx.setNavigationBarTitle({ title: '更正' });
        this.setData({ status: 'ready', isSettled, name: now.headName, paidText: yuan(now.paid) });
        this.turn('back');
      } catch (error) {
        this.showFailure(error);
      }
    },

    turn(direction: form.Direction) {
      const row = rows.get(this);
      if (!row) return;
      const lines = direction === 'back' ? goodsToTakeBack(row) : goodsToGive(row);
      this.setData({ lines, form: { ...form.BLANK, direction }, wrong: form.NOTHING_WRONG });
      this.describe();
    },

    describe() {
      const { form: filled, lines, isSettled, name } = this.data;
      const money = form.moneyOf(filled, lines);
      const verb = filled.direction === 'back' ? '退' : '收';
      const amount = money === null || money === 0 ? '' : `${verb} ${yuan(money)} 元`;
      this.setData({
        amounts: form.amounts(filled.direction, worthOf(lines)),
        submitText: isSettled
          ? `更正${name}的账`
          : amount === ''
            ? `记下${name}退的东西`
            : `给${name}${amount}`,
      });
    },

    onDirection(event: WechatMiniprogram.CustomEvent<{ chosen: [form.Direction] }>) {
      this.turn(event.detail.chosen[0]);
    },

    give(event: WechatMiniprogram.CustomEvent<{ at: number; given: number }>) {
      const { at, given } = event.detail;
      this.setData({ [`lines[${at}].given`]: given, wrong: form.NOTHING_WRONG });
      if (this.data.form.amount === 'exact' && worthOf(this.data.lines) === 0)
        this.setData({ 'form.amount': '' });
      this.describe();
    },

    onAmount(event: WechatMiniprogram.CustomEvent<{ chosen: [form.Amount] }>) {
      this.setData({ 'form.amount': event.detail.chosen[0], wrong: form.NOTHING_WRONG });
      this.describe();
    },

    onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.typed': event.detail.value, 'wrong.typed': '' });
      this.describe();
    },

    onMethod(event: WechatMiniprogram.CustomEvent<{ chosen: ['cash' | 'phone'] }>) {
      this.setData({ 'form.method': event.detail.chosen[0], 'wrong.method': '' });
    },

    askReason() {
      this.setData({ isAsking: true });
    },
    closeSheet() {
      this.setData({ isAsking: false });
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ isAsking: false, 'form.reason': event.detail.reason, 'wrong.reason': '' });
    },

    async submit() {
      const { form: filled, lines, sending } = this.data;
      if (sending) return;
      const wrong = form.wrongIn(filled, lines);
      this.setData({ wrong });
      if (!form.isRight(wrong)) {
        scrollToWrong(this);
        return;
      }
      this.setData({ sending: true });
      const problem = await this.send();
      this.setData({ sending: false, requestId: problem === '' ? this.data.requestId : await makeRequestId() }); // prettier-ignore
      if (problem !== '') {
        await tell('没有记上', problem);
        return;
      }
      await wx.navigateBack();
      void wx.showToast({ title: '记下了', icon: 'none' });
    },

    /** Why it was not taken; empty when it was, or waits on this phone. */
    async send(): Promise<string> {
      const { form: filled, lines, orderId, requestId, name, isSettled, submitText } = this.data;
      const money = form.moneyOf(filled, lines) ?? 0;
      const { reason } = filled;
      const method = filled.method || 'cash';
      if (!isSettled) {
        const moved = { requestId, orderId, lines: movedOf(lines), money, method, reason };
        const outcome = await submitAct({ action: 'refund', form: moved, name, what: submitText });
        return outcome.state === 'refused' ? outcome.error.message : '';
      }
      try {
        const moved = form.signedMoves(filled, lines);
        const signed = filled.direction === 'back' ? -money || 0 : money;
        await correctOrder({ requestId, orderId, lines: moved, money: signed, method, reason });
        return '';
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        return error.message;
      }
    },
  },
});
