import { momentText } from './dates';
import { yuan } from './money';

/** One movement of goods or money, as the wire tells it. Fen; negative where it went back. */
type Entry = {
  entryId: string;
  kind: 'handOver' | 'payment' | 'refund' | 'correction';
  goods: readonly { name: string; unit: string; quantity: number }[];
  money: number;
  method: 'cash' | 'phone';
  reason: string;
  byName: string;
  at: string;
};

const KINDS = { handOver: '交货', payment: '收款', refund: '退货退款', correction: '更正' } as const;
const TONES = { handOver: 'green', payment: 'green', refund: 'amber', correction: 'amber' } as const;

/** What it was, the goods, the money, who and when, in words. */
export type EntryRow = {
  entryId: string;
  title: string;
  tone: 'green' | 'amber';
  goods: string;
  money: string;
  note: string;
};

export function entryRow(
  { entryId, kind, goods, money, method, reason, byName, at }: Entry,
  now: number,
): EntryRow {
  const how = method === 'cash' ? '现金' : '（手机付）';
  return {
    entryId,
    title: KINDS[kind],
    tone: TONES[kind],
    goods: goods.map(({ name, unit, quantity }) => `${name} ${quantity} ${unit}`).join('，'),
    money: money === 0 ? '没有动钱' : `${money > 0 ? '收' : '退'} ${yuan(Math.abs(money))} 元${how}`,
    note: [`${byName} ${momentText(at, now)}`, reason].filter((part) => part !== '').join('：'),
  };
}
