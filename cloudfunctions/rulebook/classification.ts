import { conditionOf, holdsForPerson } from './condition';
import { occasionsOf } from './occasions';
import { type AppliedRow, feverClinicReason, reasonFor } from './reasons';
import type { Decision, Facts, RiskArea, Rulebook } from './rulebook.document';
import { byStrictness, strictestOf } from './strictest';

/**
 * 分类: what applies to somebody on the day of arrival, and why. The rows of the table that hold for any stay of the look-back window,
 * for the contact or for the person's condition all count; the strictest measure wins. Nothing but the arguments enters it: with the
 * areas and the version that a decision stores, it comes out the same again.
 */
export function classify(
  facts: Facts,
  rulebook: Rulebook,
  areas: readonly RiskArea[],
  decidedAt: string,
): Decision {
  const { profile, version, title, source } = rulebook;
  const condition = conditionOf(facts, profile, decidedAt);
  const occasions = occasionsOf(facts, profile.lookBackDays, distinct(areas));
  const applied = rulebook.classification
    .filter((row) => holdsForPerson(row.when, facts, condition, decidedAt))
    .map((row): AppliedRow => ({
      row,
      occasions: occasions.filter(({ origin }) => row.when.origins?.includes(origin) === true),
    }))
    .filter(({ row, occasions: found }) => row.when.origins === undefined || found.length > 0)
    .sort((a, b) => byStrictness(b.row, a.row));

  const isIll = condition.hasFever || condition.symptoms.length > 0 || condition.positive !== null;
  const outcome = strictestOf(applied.map(({ row }) => row)) ?? FREE;
  return {
    ...outcome,
    afterNegativeTest: outcome.measure === 'temporaryIsolation' ? afterIsolation(applied) : null,
    feverClinicFirst: isIll || applied.some(({ row }) => row.feverClinicFirst === true),
    rows: applied.map(({ row }) => row.id),
    reasons: [
      ...(isIll ? [feverClinicReason(facts, condition, profile)] : []),
      ...applied.map((one) => reasonFor(one, { facts, condition, profile })),
      ...(applied.length === 0 ? [`过去 ${profile.lookBackDays} 天没有要管控的旅居史，可以正常出行。`] : []),
    ],
    rulebook: { version, title, source: `${source.organisation}${source.documentNumber}` },
    areas: distinct(occasions.flatMap(({ area }) => area ?? [])),
    decidedAt,
  };
}

const FREE = { measure: 'freeMovement' as const, days: 0, testDays: [] };

/** What follows a negative test: the strictest of what the rows say, milder rows that hold anyway among them. */
const afterIsolation = (applied: readonly AppliedRow[]): Decision['afterNegativeTest'] =>
  strictestOf(
    applied.flatMap(({ row }) =>
      row.measure === 'temporaryIsolation' ? (row.afterNegativeTest ?? []) : row,
    ),
  );

/** As values, without whatever else their documents hold, and in an order that does not hang on how they were read. */
function distinct(areas: readonly RiskArea[]): RiskArea[] {
  const byKey = new Map(
    areas.map(({ code, level, validFrom, validTo }) => [
      `${code} ${level} ${validFrom} ${validTo ?? ''}`,
      { code, level, validFrom, validTo },
    ]),
  );
  return [...byKey].sort(([a], [b]) => a.localeCompare(b)).map(([, area]) => area);
}
