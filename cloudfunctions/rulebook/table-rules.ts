import type { ClassificationRow, Origin } from './rulebook.document';

const ORIGINS: readonly Origin[] = ['abroad', 'high', 'medium', 'key', 'lowElsewhere', 'lowSameCity'];
const EITHER = [true, false];

/** Somebody whom no row of a table speaks of would go free unseen: each kind of person must be under one. */
export function hasGap(rows: readonly ClassificationRow[]): boolean {
  return ORIGINS.some((origin) =>
    EITHER.some((hasTest) =>
      EITHER.some((isIll) =>
        // Who is ill is never healthy; who is well may still have no green code.
        (isIll ? [false] : EITHER).some(
          (isHealthy) => !rows.some((row) => speaksOf(row, { origin, hasTest, isIll, isHealthy })),
        ),
      ),
    ),
  );
}

type Kind = { origin: Origin; hasTest: boolean; isIll: boolean; isHealthy: boolean };

/** Of people without any contact: those with one are under more rows, never fewer. */
const speaksOf = ({ when }: ClassificationRow, { origin, hasTest, isIll, isHealthy }: Kind): boolean =>
  (when.origins === undefined || when.origins.includes(origin)) &&
  (when.contacts === undefined || when.contacts.includes('none')) &&
  (when.negativeTestWithinDays === undefined || when.negativeTestWithinDays.present === hasTest) &&
  (when.healthy === undefined || when.healthy === isHealthy) &&
  (when.feverOrSymptom === undefined || when.feverOrSymptom === isIll);

/** Ids that stand twice: a decision names its rows by them. */
export const repeatedIds = (rows: readonly ClassificationRow[]): string[] =>
  rows.map(({ id }) => id).filter((id, i, all) => all.indexOf(id) !== i);
