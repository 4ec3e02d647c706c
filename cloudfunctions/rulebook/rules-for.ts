import type { Context } from '../kernel/context';
import type { DeclarationDocument } from '../returns/declaration.document';
import type { Rules } from './impact';
import type { RiskAreaDocument, Rulebook } from './rulebook.document';
import { readApproved, readAreaDocuments, readHomeCity } from './rulebook.repository';

/** What a proposal would change about the rules: a version more, areas more, or areas with another last day. */
export type Proposed = {
  rulebook?: Rulebook;
  added?: readonly RiskAreaDocument[];
  ended?: { areaIds: readonly string[]; validTo: string };
};

/** What is the same for all declarations of a town. */
export const readTownRules = async (
  reader: Pick<Context, 'database'>,
  townId: string,
): Promise<Pick<Rules, 'rulebooks' | 'homeCity'>> => {
  const [rulebooks, homeCity] = await Promise.all([
    readApproved(reader, townId),
    readHomeCity(reader, townId),
  ]);
  return { rulebooks, homeCity };
};

/** The rules for some declarations, as they stand or, with a proposal, as they would stand: one look-up for all their places. */
export async function rulesFor(
  reader: Pick<Context, 'database'>,
  townId: string,
  { rulebooks, homeCity }: Pick<Rules, 'rulebooks' | 'homeCity'>,
  declarations: readonly DeclarationDocument[],
  { rulebook, added = [], ended }: Proposed = {},
): Promise<Rules> {
  const codes = declarations.flatMap(({ stayCodes }) => stayCodes);
  const days = declarations.flatMap(({ stays }) => stays.flatMap(({ from, to }) => [from, to])).sort();
  const approved = await readAreaDocuments(reader, townId, codes, days[0] ?? '', days.at(-1) ?? '');
  const areas = approved.map((area) =>
    ended?.areaIds.includes(area._id) === true ? { ...area, validTo: ended.validTo } : area,
  );
  return {
    rulebooks: rulebook === undefined ? rulebooks : [...rulebooks, rulebook],
    areas: [...areas, ...added],
    homeCity,
  };
}
