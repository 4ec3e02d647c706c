import type { EntryView } from '../contracts/pickup';
import type { RoundDocument } from '../rounds/round.document';
import type { EntryDocument } from './entry.document';

/** One movement as staff and the supplier read it. */
export function entryView(
  entry: EntryDocument,
  round: Pick<RoundDocument, 'items' | 'substitutes'>,
  headName: string,
): EntryView {
  const items = new Map(round.items.map((item) => [item.itemId, item]));
  const named = (found: { name: string; unit: string } | undefined, quantity: number) => ({
    name: found?.name ?? '',
    unit: found?.unit ?? '',
    quantity,
  });
  return {
    entryId: entry._id,
    orderId: entry.orderId,
    headName,
    kind: entry.kind,
    goods: [
      ...Object.entries(entry.delivered).map(([itemId, n]) => named(items.get(itemId), n)),
      ...Object.entries(entry.substituted).map(([itemId, n]) => named(round.substitutes[itemId], n)),
    ],
    amount: entry.goods,
    money: entry.money,
    method: entry.method,
    reason: entry.reason,
    byName: entry.byName,
    at: entry.at,
  };
}
