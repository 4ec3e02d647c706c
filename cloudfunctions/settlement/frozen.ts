import type { Dayjs } from 'dayjs';
import { chinaTime } from '../kernel/clock';
import { AppError } from '../kernel/errors';
import type { Transaction } from '../kernel/transaction';
import type { OrderDocument } from '../orders/order.document';
import { SECONDS_TO_SETTLE } from '../rounds/round.document';
import type { EntryDocument } from './entry.document';
import { type SettlementDocument, SETTLEMENTS } from './settlement.document';

/**
 * Throws when an order may not move. A round freezes by marking its orders first and adding up afterwards, so a hand-over that was on its
 * way meets the mark at its own order: the two write the same document and one of them starts over. A mark alone says nothing; the
 * settlement says whether the round is settled, is being settled this minute, or was left half-way, and then the mark holds nobody.
 */
export async function requireMovable(
  transaction: Transaction,
  now: Dayjs,
  order: Pick<OrderDocument, 'roundId' | 'frozenAt'>,
  kind: EntryDocument['kind'] | 'noShow',
): Promise<void> {
  const settlement =
    order.frozenAt === undefined && kind !== 'correction'
      ? null
      : await transaction.get<SettlementDocument>(SETTLEMENTS, order.roundId);
  const settledBy = settlement?.settledBy ?? null;
  if (kind === 'correction') {
    if (settledBy === null)
      throw new AppError('CONFLICT', '这一批还没结清，不用更正。请直接交货、收款或退款');
    return;
  }
  if (settledBy !== null) throw tooLate(settledBy, kind);
  // Phones that send again by themselves do so for this code: it passes within the minute.
  if (isClosing(settlement, now))
    throw new AppError('TOO_MANY_REQUESTS', '网格长正在结清这一批，请过一分钟再试');
}

/** True while whoever settles the round may still be at it. */
export const isClosing = (settlement: SettlementDocument | null, now: Dayjs): boolean =>
  settlement?.closing != null && now.diff(chinaTime(settlement.closing.at), 'second') < SECONDS_TO_SETTLE;

const ACTS = { handOver: '交货', payment: '收款', refund: '退款', noShow: '没来领' } as const;

/** What to do with an act that comes after the round was settled. */
function tooLate(
  { name, at }: NonNullable<SettlementDocument['settledBy']>,
  kind: keyof typeof ACTS,
): AppError {
  const when = chinaTime(at).format('M月D日 HH:mm');
  return new AppError(
    'CONFLICT',
    `这一批 ${when} 已经由${name}结清，这次${ACTS[kind]}没有记上。请告诉网格长，由他给这一单做一次“更正”`,
  );
}
