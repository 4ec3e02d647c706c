import { type GridDocument, takesHouseholds } from '../township/grid.document';

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,，、·-]/g, '');

/**
 * The grid that an address names: the lowest one whose village and group both stand in it (柳溪村三组12号 → 三组 of 柳溪村); with a village only, the village, for its
 * leader knows its people. Null when no village of the town is named, or two are.
 */
export function gridOfAddress(address: string, grids: readonly GridDocument[]): GridDocument | null {
  const text = plain(address);
  const named = grids.filter(
    ({ level, retired, name }) => level === 'village' && retired !== true && text.includes(plain(name)),
  );
  // 大柳溪村 names 柳溪村 too: the longest name is meant.
  const longest = Math.max(0, ...named.map(({ name }) => plain(name).length));
  const [village, other] = named.filter(({ name }) => plain(name).length === longest);
  if (village === undefined || other !== undefined) return null;
  const rest = text.slice(text.indexOf(plain(village.name)) + plain(village.name).length);
  const groups = grids.filter(
    (grid) =>
      takesHouseholds(grid) &&
      grid.path.includes(village._id) &&
      grid.pathNames.slice(village.path.length).every((name) => names(rest, plain(name))),
  );
  const [group, second] = groups;
  return second === undefined && group !== undefined ? group : village;
}

/** True when the text says the name as a whole: 十三组 does not say 三组. */
function names(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[一二三四五六七八九十百\d]/.test(text.charAt(at - 1));
}
