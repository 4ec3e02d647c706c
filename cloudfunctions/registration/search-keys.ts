import type { Vault } from '../kernel/vault';
import type { HouseholdDocument } from './household.document';

/** A word of a search, as the keys stand for it. */
type Term = { kind: 'text' | 'phoneTail'; text: string };

const PHONE_TAIL_DIGITS = 4;
/** Keys stand under the town and under the village: a team is found within its village, which does not grow with the town. */
const KEYED_LEVELS = 2;
/** A word is looked up by its pairs of letters; more than this many narrow nothing further. */
const MAX_PAIRS = 6;

/**
 * A file with the keys by which a grid member's search finds it: of names the surname and each pair of letters, of the address each pair
 * and each number, of phones the last four digits. HMACs, because the address is sealed; each bound to a grid, so that a search costs as
 * much in a large town as in a small one.
 */
export function searchable(file: HouseholdDocument, vault: Vault): HouseholdDocument {
  if (file.status === 'closed') return { ...file, searchKeys: [] };
  const terms = [
    ...file.people.flatMap(({ name }) => [first(name), ...pairsOf(lettersOf(name))]).map(asText),
    ...piecesOf(vault.open('address', file.address)).flatMap(termsToKeep),
    ...file.people.flatMap(({ phoneMask }) => (phoneMask === null ? [] : [tailTerm(phoneMask)])),
  ];
  const keys = file.gridPath
    .slice(0, KEYED_LEVELS)
    .flatMap((gridId) => terms.map((term) => keyOf(gridId, term, vault)));
  return { ...file, searchKeys: [...new Set(keys)] };
}

/**
 * What a search asks for: of each list one key must stand in the file. Empty when the words hold nothing that can be looked up.
 * `roots`: see searchRoots.
 */
export function keysAskedFor(words: string, roots: readonly string[], vault: Vault): string[][] {
  const keysOf = (terms: readonly Term[]) =>
    roots.flatMap((gridId) => terms.map((term) => keyOf(gridId, term, vault)));
  return piecesOf(words)
    .flatMap((piece): Term[][] => {
      if (!isNumber(piece))
        return (piece.length === 1 ? [piece] : pairsOf(piece)).map((text) => [asText(text)]);
      if (piece.length < PHONE_TAIL_DIGITS) return [[asText(piece)]];
      // Four digits may be a house number as well; more of them are a phone.
      const tail = tailTerm(piece);
      return [piece.length === PHONE_TAIL_DIGITS ? [tail, asText(piece)] : [tail]];
    })
    .slice(0, MAX_PAIRS)
    .map(keysOf);
}

/** The grids under whose keys a caller searches: the town's for a town's office, else the village's. */
export const searchRoots = (gridPaths: readonly (readonly string[])[]): string[] => [
  ...new Set(gridPaths.flatMap((path) => path.slice(0, KEYED_LEVELS).slice(-1))),
];

const isNumber = (piece: string): boolean => /^\d+$/.test(piece);
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase();
const first = (name: string): string => lettersOf(name).slice(0, 1);
const asText = (text: string): Term => ({ kind: 'text', text });
const tailTerm = (phone: string): Term => ({ kind: 'phoneTail', text: phone.slice(-PHONE_TAIL_DIGITS) });

/** Runs of letters and runs of digits; whatever stands between them separates. */
const piecesOf = (words: string): string[] =>
  words
    .normalize('NFKC')
    .toUpperCase()
    .match(/\d+|\p{L}+/gu) ?? [];

const pairsOf = (letters: string): string[] => {
  const all = Array.from(letters);
  return all.slice(1).map((letter, position) => `${all[position] ?? ''}${letter}`);
};

/** Of an address: one letter alone (号, 栋) would stand in every file and find nothing. */
const termsToKeep = (piece: string): Term[] => (isNumber(piece) ? [piece] : pairsOf(piece)).map(asText);

const keyOf = (gridId: string, { kind, text }: Term, vault: Vault): string =>
  vault.indexOf('search', `${gridId}:${kind}:${text}`).slice(0, KEY_LENGTH);

/** 84 bits: two words never meet in one town. */
const KEY_LENGTH = 14;
