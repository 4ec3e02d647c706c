import type { ReachFigures } from '../contracts';
import type { ReachTab } from '../contracts/reach';
import type { Receipt, SheetDocument } from './sheet.document';

type Counters = Pick<SheetDocument, 'households' | 'counts'>;

export const figuresOf = ({ households, counts }: Counters): ReachFigures => ({ households, ...counts });

const NONE: ReachFigures = {
  households: 0,
  delivered: 0,
  opened: 0,
  read: 0,
  confirmed: 0,
  phone: 0,
  door: 0,
  known: 0,
  newcomers: 0,
};
const KEYS = Object.keys(NONE) as (keyof ReachFigures)[];

export const sumOf = (all: readonly ReachFigures[]): ReachFigures =>
  all.reduce(
    (sum, one) => Object.fromEntries(KEYS.map((key) => [key, sum[key] + one[key]])) as ReachFigures,
    NONE,
  );

type Sheet = Counters & { gridPath: readonly string[]; pathNames: readonly string[] };
export type GridFigures = ReachFigures & { gridId: string; name: string };

/** Sums by the grids at a depth of the path (1: villages, 2: teams), those with most households left first. */
export function byGrid(sheets: readonly Sheet[], depth: number): GridFigures[] {
  const grids = new Map<string, { name: string; figures: ReachFigures[] }>();
  for (const sheet of sheets) {
    const place = Math.min(depth, sheet.gridPath.length - 1);
    const gridId = sheet.gridPath[place] ?? '';
    const grid = grids.get(gridId) ?? { name: sheet.pathNames[place] ?? '', figures: [] };
    grid.figures.push(figuresOf(sheet));
    grids.set(gridId, grid);
  }
  const left = ({ households, known }: ReachFigures): number => households - known;
  return [...grids]
    .map(([gridId, { name, figures }]) => ({ ...sumOf(figures), gridId, name }))
    .sort((a, b) => left(b) - left(a) || a.gridId.localeCompare(b.gridId));
}

/** Whether the household knows: it did what was asked, or somebody told it. */
export const knows = (receipt: Receipt, wanted: SheetDocument['wanted']): boolean =>
  receipt.told !== null || receipt[wanted === 'confirm' ? 'confirmed' : 'read'] !== null;

/** Which households stand behind a figure. `visit`: know nothing and have no phone to read it on. */
export function isBehind(tab: ReachTab, receipt: Receipt, wanted: SheetDocument['wanted']): boolean {
  switch (tab) {
    case 'unknown':
      return !knows(receipt, wanted);
    case 'visit':
      return !knows(receipt, wanted) && !receipt.hasPhone;
    case 'self':
      return knows(receipt, wanted) && receipt.told === null;
    case 'told':
      return receipt.told !== null;
    case 'newcomers':
      return receipt.joinedAt !== undefined;
    case 'phone':
    case 'door':
      return receipt.told?.how === tab;
    default:
      return receipt[tab] !== null;
  }
}

/** People of the care categories first: they are the ones whom nobody may forget. Then who has no phone, then by name. */
export const careFirst = (a: Listed, b: Listed): number =>
  Number(b.care.length > 0) - Number(a.care.length > 0) ||
  Number(a.hasPhone) - Number(b.hasPhone) ||
  a.headName.localeCompare(b.headName, 'zh');
type Listed = Pick<Receipt, 'care' | 'hasPhone' | 'headName'>;
