import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import { chinaTime } from '../kernel/clock';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { OrderDocument, OrderLine } from '../orders/order.document';
import type { RoundDocument } from '../rounds/round.document';
import { shareOf } from '../settlement/book-entry';
import type { EntryDocument } from '../settlement/entry.document';

type Lines = readonly Required<z.output<typeof pickupContract.refund.input>['lines'][number]>[];
type Pieces = Pick<EntryDocument, 'delivered' | 'substituted'>;

/** Pieces by line, lines without any left out. Throws beside the line that the order does not have. */
export function piecesOf(lines: Lines, order: Pick<OrderDocument, 'lines'>, sign: 1 | -1 = 1): Pieces {
  const pieces: Pieces = { delivered: {}, substituted: {} };
  lines.forEach(({ itemId, quantity, substituteQuantity }, position) => {
    const line = order.lines.find((one) => one.itemId === itemId);
    if (!line) throw invalidFields({ [`lines.${position}.itemId`]: '这一单里没有这样东西，请看最新的单子' });
    if (substituteQuantity !== 0 && line.substitute === null)
      throw invalidFields({ [`lines.${position}.substituteQuantity`]: '这样东西没有代替的，请看最新的单子' });
    add(pieces.delivered, itemId, sign * quantity);
    add(pieces.substituted, itemId, sign * substituteQuantity);
  });
  return pieces;
}

function add(pieces: Record<string, number>, itemId: string, by: number): void {
  if (by !== 0) pieces[itemId] = (pieces[itemId] ?? 0) + by;
}

export const isNothing = ({ delivered, substituted }: Pieces): boolean =>
  Object.keys(delivered).length === 0 && Object.keys(substituted).length === 0;

/** 「鸡蛋 1 盒、酱油（代替） 1 瓶」 */
export function wordsOf({ delivered, substituted }: Pieces, round: RoundDocument): string {
  const items = new Map(round.items.map((item) => [item.itemId, item]));
  const words = (name = '', quantity = 0, unit = '') => `${name} ${Math.abs(quantity)} ${unit}`;
  return [
    ...Object.entries(delivered).map(([id, n]) => words(items.get(id)?.name, n, items.get(id)?.unit)),
    ...Object.entries(substituted).map(([id, n]) =>
      words(round.substitutes[id]?.name, n, round.substitutes[id]?.unit),
    ),
  ].join('、');
}

/**
 * Throws when more is handed over than is left: somebody else was first, at another point or on a phone that had no network. Whoever stands
 * there with the goods is told by whom and when, and what to do.
 */
export function requireLeft(order: OrderDocument, pieces: Pieces, round: RoundDocument): void {
  const tooMany = order.lines.filter((line) => exceeds(line, pieces));
  if (tooMany.length === 0) return;
  const { at, byName } = order.handOver;
  const before =
    at === null || byName === null
      ? ''
      : `这一单 ${chinaTime(at).format('M月D日 HH:mm')} 已经由${byName}交过货。`;
  const left = tooMany.map((line) => leftWords(line, round)).join('，');
  throw new AppError('CONFLICT', `${before}${left}。这次没有记上，多拿的货请收回，收了钱的请退给住户`);
}

const leftOf = (line: OrderLine) => ({
  own: shareOf(line) - line.delivered,
  instead: (line.substitute?.quantity ?? 0) - line.substituteDelivered,
});

function exceeds(line: OrderLine, { delivered, substituted }: Pieces): boolean {
  const { own, instead } = leftOf(line);
  return (delivered[line.itemId] ?? 0) > own || (substituted[line.itemId] ?? 0) > instead;
}

function leftWords(line: OrderLine, round: RoundDocument): string {
  const item = round.items.find(({ itemId }) => itemId === line.itemId);
  const { own, instead } = leftOf(line);
  const left = own + instead;
  return left === 0
    ? `${item?.name ?? ''}已经交完`
    : `${item?.name ?? ''}只剩 ${left} ${item?.unit ?? ''}没交`;
}
