import type { Draft } from '../../../services/drafts';
import type { ConfirmForm, PurchaseItem, PurchaseList, SubstituteOffer } from '../../../services/purchase';
import { yuan } from '../../../shared/money';

/** What was typed of one item; `otherId` names what comes instead of what is missing, empty for nothing. */
export type Line = { itemId: string; quantity: string; otherId: string; otherQuantity: string };
export type ConfirmDraft = Draft & { requestId: string; lines: Line[] };

export const BLANK: ConfirmDraft = { savedAt: 0, requestId: '', lines: [] };
export const isConfirmDraft = (value: object): value is ConfirmDraft =>
  'lines' in value && Array.isArray(value.lines) && 'requestId' in value;

export const NOTHING_ELSE = '不代替';

/** What the page shows of one item. */
export type Row = {
  itemId: string;
  name: string;
  asked: string;
  unit: string;
  quantity: string;
  missing: string;
  /** The choices of the wheel, and which is chosen; empty where nothing may come instead. */
  others: string[];
  chosen: number;
  other: string;
  otherUnit: string;
  otherQuantity: string;
  wrong: { quantity: string; other: string };
};

const wantedOf = ({ items }: PurchaseList): PurchaseItem[] => items.filter(({ demanded }) => demanded > 0);

/** What was typed already, or said last time, for each item that anybody ordered. */
export const linesOf = (list: PurchaseList, typed: readonly Line[]): Line[] =>
  wantedOf(list).map(
    ({ itemId, confirmed, substitute }) =>
      typed.find((line) => line.itemId === itemId) ?? {
        itemId,
        quantity: confirmed === null ? '' : String(confirmed),
        otherId: substitute?.itemId ?? '',
        otherQuantity: substitute ? String(substitute.quantity) : '',
      },
  );

/** As many as were ordered, where nothing is written yet. */
export const enough = (list: PurchaseList, lines: readonly Line[]): Line[] =>
  lines.map((line) => {
    const item = list.items.find(({ itemId }) => itemId === line.itemId);
    return line.quantity === '' && item ? { ...line, quantity: String(item.demanded) } : line;
  });

const piecesOf = (typed: string): number | null => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : null);

const missingOf = (line: Line, { demanded }: PurchaseItem): number =>
  Math.max(0, demanded - (piecesOf(line.quantity) ?? demanded));

/** What is most like the missing item stands first: eggs for eggs, and not nappies. */
function offersFor(item: PurchaseItem, offers: readonly SubstituteOffer[]): readonly SubstituteOffer[] {
  if (!item.maySubstitute) return [];
  const others = offers.filter(({ itemId }) => itemId !== item.itemId);
  return [
    ...others.filter(({ category }) => category === item.category),
    ...others.filter(({ category }) => category !== item.category),
  ];
}

export function rowsOf(
  list: PurchaseList,
  lines: readonly Line[],
  offers: readonly SubstituteOffer[],
): Row[] {
  return wantedOf(list).map((item, at) => {
    const line = lines[at] ?? { itemId: item.itemId, quantity: '', otherId: '', otherQuantity: '' };
    const missing = missingOf(line, item);
    const possible = missing > 0 ? offersFor(item, offers) : [];
    const at0 = possible.findIndex(({ itemId }) => itemId === line.otherId);
    const other = possible[at0];
    return {
      itemId: item.itemId,
      name: item.name,
      asked: `${item.orders} 户订了 ${item.demanded} ${item.unit}`,
      unit: item.unit,
      quantity: line.quantity,
      missing: missing > 0 ? `缺 ${missing} ${item.unit}` : '',
      others:
        possible.length > 0
          ? [
              NOTHING_ELSE,
              ...possible.map(
                ({ name, spec, price }) => `${name}（${spec ? `${spec}，` : ''}${yuan(price)} 元）`,
              ),
            ]
          : [],
      chosen: at0 + 1,
      other: other?.name ?? '',
      otherUnit: other?.unit ?? '',
      otherQuantity: line.otherQuantity,
      wrong: { quantity: '', other: '' },
    };
  });
}

/** The line with another choice of the wheel: as many come instead as are missing, until somebody writes another number. */
export function choosing(
  list: PurchaseList,
  line: Line,
  offers: readonly SubstituteOffer[],
  chosen: number,
): Line {
  const item = list.items.find(({ itemId }) => itemId === line.itemId);
  const offer = item && offersFor(item, offers)[chosen - 1];
  if (!offer) return { ...line, otherId: '', otherQuantity: '' };
  return { ...line, otherId: offer.itemId, otherQuantity: String(missingOf(line, item)) };
}

/** What is wrong with each line, in the order of the rows. */
export const wrongIn = (list: PurchaseList, lines: readonly Line[]): Row['wrong'][] =>
  wantedOf(list).map((item, at) => {
    const line = lines[at];
    const comes = piecesOf(line?.quantity ?? '');
    const { demanded, unit } = item;
    if (line === undefined || comes === null) return { quantity: '请填到多少，没有货就填 0', other: '' };
    if (comes > demanded) return { quantity: `一共只订了 ${demanded} ${unit}，不用多送`, other: '' };
    if (line.otherId === '' || comes === demanded) return { quantity: '', other: '' };
    const instead = piecesOf(line.otherQuantity);
    const missing = demanded - comes;
    if (instead === null || instead === 0) return { quantity: '', other: '请填代替多少，不代替就选“不代替”' };
    return { quantity: '', other: instead > missing ? `只缺 ${missing} ${unit}，代替的不用更多` : '' };
  });

export const formOf = (list: PurchaseList, lines: readonly Line[], requestId: string): ConfirmForm => ({
  requestId,
  roundId: list.roundId,
  version: list.version,
  items: wantedOf(list).map((item, at) => {
    const line = lines[at];
    const quantity = piecesOf(line?.quantity ?? '') ?? 0;
    const instead = piecesOf(line?.otherQuantity ?? '') ?? 0;
    const takesOther = line !== undefined && line.otherId !== '' && quantity < item.demanded && instead > 0;
    return {
      itemId: item.itemId,
      quantity,
      substitute: takesOther ? { itemId: line.otherId, quantity: instead } : null,
    };
  }),
});

/** 「2 样缺货，一共缺 30 份」, for the line above the button. */
export function summaryOf(list: PurchaseList, lines: readonly Line[]): string {
  const missing = wantedOf(list).map((item, at) => {
    const line = lines[at];
    return line ? missingOf(line, item) : 0;
  });
  const short = missing.filter((one) => one > 0);
  if (lines.some(({ quantity }) => piecesOf(quantity) === null)) return '';
  if (short.length === 0) return '都够，照订的数送';
  return `${short.length} 样缺货，一共缺 ${short.reduce((sum, one) => sum + one, 0)} 份`;
}
