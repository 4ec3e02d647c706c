import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import { hasAll, owedBy } from '../row-words';

export type Tab = 'waiting' | 'done' | 'owing';
export const TABS: readonly Tab[] = ['waiting', 'done', 'owing'];
export const isTab = (tab: string | undefined): tab is Tab => TABS.some((one) => one === tab);

/** Which households to show. `place`: a point, `<point>/<slot>`, or empty for everywhere. */
export type Wanted = { tab: Tab; place: string; words: string };

const isIn: Readonly<Record<Tab, (row: PickupRow) => boolean>> = {
  waiting: (row) => !hasAll(row),
  done: hasAll,
  owing: (row) => owedBy(row) !== 0,
};

/** At this point, or in this slot of it. Goods for the doors have a list of their own. */
function isAt({ way, pointId, slotId }: PickupRow, place: string): boolean {
  if (way === 'door') return false;
  if (place === '') return true;
  const [point, slot] = place.split('/');
  return pointId === point && (slot === undefined || slotId === slot);
}

/** 「张」, 「zgl」 and 「zhangg」 all find 张桂兰. */
export function isCalled({ headName, reading }: PickupRow, words: string): boolean {
  const typed = words.replace(/\s+/g, '').toLowerCase();
  if (typed === '' || headName.includes(typed)) return true;
  const syllables = reading.split(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return syllables.join('').startsWith(typed) || initials.startsWith(typed);
}

/** Whoever is looked for by name is found wherever they are and whatever they have already. */
export const find = (rows: readonly PickupRow[], { tab, place, words }: Wanted): PickupRow[] =>
  words.trim() === ''
    ? rows.filter((row) => isAt(row, place) && isIn[tab](row))
    : rows.filter((row) => isCalled(row, words));

/** How many households are in each tab, at one place. */
export const countTabs = (rows: readonly PickupRow[], place: string): Record<Tab, number> => {
  const here = rows.filter((row) => isAt(row, place));
  const count = (tab: Tab) => here.filter(isIn[tab]).length;
  return { waiting: count('waiting'), done: count('done'), owing: count('owing') };
};
