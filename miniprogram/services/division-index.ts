import {
  divisionLevel,
  codesAbove,
  isGroupOfCounties,
  saidInFull,
  type DivisionLevel,
} from '../shared/division-codes';

export type Division = { code: string; name: string; level: DivisionLevel };
type Entry = Division & { syllables: string; spelt: string; initials: string };

const MOST_RESULTS = 30;
const LEVELS: readonly DivisionLevel[] = ['province', 'city', 'county'];

/** All divisions in the phone's memory: levels to go down, and a search by name, pinyin or initials. */
export type DivisionIndex = {
  /** The level below a division, or the provinces. Counties of a group (省直辖县) stand right below their province. */
  below(code?: string): Division[];
  hasBelow(code: string): boolean;
  /** 「四川省 成都市 武侯区」; the code itself where it is not known. */
  fullName(code: string): string;
  /** Best first: 武侯, wuhou, whq, 成都 武侯, chengdu wuhou. */
  search(text: string): Division[];
};

/** Out of the rows of `divisions.all`: `510107 武侯区 wu hou qu`. */
export function indexDivisions(rows: readonly string[]): DivisionIndex {
  const entries = new Map(rows.map(entryOf).map((entry) => [entry.code, entry] as const));
  const children = new Map<string, Division[]>();
  for (const entry of entries.values()) {
    if (isGroupOfCounties(entry.code)) continue;
    const above = codesAbove(entry.code)
      .slice(1)
      .find((code) => entries.has(code) && !isGroupOfCounties(code));
    const siblings = children.get(above ?? '') ?? [];
    siblings.push(plain(entry));
    children.set(above ?? '', siblings);
  }
  const chain = (code: string): Entry[] =>
    codesAbove(code)
      .filter((one) => one === code || !isGroupOfCounties(one))
      .flatMap((one) => entries.get(one) ?? []);

  return {
    below: (code = '') => children.get(code) ?? [],
    hasBelow: (code) => children.has(code),
    fullName: (code) => saidInFull(chain(code).map(({ name }) => name)) || code,
    search(text) {
      const parts = text.toLowerCase().replace(/['’]/g, '').split(/\s+/).filter(Boolean);
      if (parts.length === 0) return [];
      const found: { entry: Entry; rank: number }[] = [];
      for (const entry of entries.values()) {
        if (isGroupOfCounties(entry.code)) continue;
        const rank = rankOf(chain(entry.code), parts);
        if (rank !== undefined)
          found.push({ entry, rank: rank * LEVELS.length + LEVELS.indexOf(entry.level) });
      }
      return found
        .sort((one, other) => one.rank - other.rank || Number(one.entry.code) - Number(other.entry.code))
        .slice(0, MOST_RESULTS)
        .map(({ entry }) => plain(entry));
    },
  };
}

const plain = ({ code, name, level }: Entry): Division => ({ code, name, level });

function entryOf(row: string): Entry {
  const [code = '', name = '', ...syllables] = row.split(' ');
  return {
    code,
    name,
    level: divisionLevel(code),
    syllables: ` ${syllables.join(' ')}`,
    spelt: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}

/** How well a division answers; undefined when it doesn't. The last part must be its own, those before may be of what it lies in. */
function rankOf(chain: readonly Entry[], parts: readonly string[]): number | undefined {
  const [own] = chain;
  const last = parts[parts.length - 1];
  if (own === undefined || last === undefined) return undefined;
  const inParents = parts
    .slice(0, -1)
    .every((part) => chain.some((entry) => matchOf(entry, part) !== undefined));
  if (!inParents) return undefined;
  return matchOf(own, last) ?? runTogether(chain, last);
}

/** 0 begins with it, 1 begins with its pinyin, 2 its initials, 3 has it inside. */
function matchOf({ name, spelt, initials, syllables }: Entry, part: string): number | undefined {
  if (name.startsWith(part)) return 0;
  if (spelt.startsWith(part)) return 1;
  if (part.length > 1 && initials.startsWith(part)) return 2;
  if (name.includes(part)) return 3;
  return part.length > 2 && syllables.includes(` ${part}`) ? 3 : undefined;
}

const LATIN = /^[a-z]+$/;

/** 成都武侯, written without a space: its characters in their order through 「四川省成都市武侯区」, the last of them in its own name. */
function runTogether(chain: readonly Entry[], part: string): number | undefined {
  const [own] = chain;
  if (own === undefined || part.length < 3 || LATIN.test(part) || !own.name.startsWith(part.slice(-2, -1)))
    return undefined;
  const full = saidInFull(chain.map(({ name }) => name));
  let at = -1;
  for (const character of part) {
    at = full.indexOf(character, at + 1);
    if (at < 0) return undefined;
  }
  return 4;
}
