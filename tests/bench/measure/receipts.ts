import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import type { Receipt, SheetDocument } from '../../../cloudfunctions/reach/sheet.document';
import { type Answered, type Reader, readNotice } from '../../support/reader';
import { disagreements, sheetsOf } from '../../support/notices';
import type { Township } from '../../support/township';

/** Households that press at the same moment. */
const A_WAVE = 40;

export type Receipts = {
  /** Receipts that count more than once: counters that differ from the receipts beside them, and households that stand on two lists. */
  receiptsDuplicated: number;
  /** What a phone was told is done and no receipt says, and receipts of what nobody did. */
  receiptsWrong: number;
  storm: { households: number; answered: number; refused: number };
};

/**
 * Households open, read and confirm a notice and are told of it, from two phones each and all at once, with calls that come twice and in any order;
 * and while the timer still makes the lists.
 */
export async function stormOf(
  township: Township,
  noticeId: string,
  readers: readonly Reader[],
): Promise<Receipts> {
  const told = new Map<string, Answered>();
  const waves = Math.ceil(readers.length / A_WAVE);
  for (let wave = 0; wave < waves; wave += 1)
    await Promise.all([
      township.simulator.fireTimer('publishing'),
      ...readers.slice(wave * A_WAVE, (wave + 1) * A_WAVE).map(async (reader) => {
        told.set(reader.householdId, await readNotice(reader, noticeId));
      }),
    ]);
  await finishSheets(township, noticeId);
  const sheets = sheetsOf(township, noticeId);
  const receipts = sheets.flatMap((sheet) => Object.entries(sheet.receipts));
  const all = [...told.values()];
  return {
    receiptsDuplicated:
      disagreements(sheets).length + receipts.length - new Set(receipts.map(([id]) => id)).size,
    receiptsWrong: wrongOf(told, sheets),
    storm: {
      households: told.size,
      answered: all.reduce((sum, { answered }) => sum + answered, 0),
      refused: all.reduce((sum, { refused }) => sum + refused, 0),
    },
  };
}

/** Lets the timer make what lists are missing. */
export async function finishSheets(township: Township, noticeId: string): Promise<void> {
  const isMade = () =>
    township.documents<NoticeDocument>('notices').find(({ _id }) => _id === noticeId)?.job === null;
  while (!isMade()) {
    await township.simulator.fireTimer('publishing');
    // A tick that was under way puts the notice to sleep for a minute.
    if (!isMade()) await township.simulator.clock.advance(61_000);
  }
}

function wrongOf(told: ReadonlyMap<string, Answered>, sheets: readonly SheetDocument[]): number {
  const stored = new Map(sheets.flatMap(({ receipts }) => Object.entries(receipts)));
  return [...told].filter(([householdId, { did }]) => !says(stored.get(householdId), did)).length;
}

const says = (receipt: Receipt | undefined, did: Answered['did']): boolean =>
  (['opened', 'read', 'confirmed', 'told'] as const).every(
    (step) => ((receipt?.[step] ?? null) !== null) === did.has(step),
  );
