import type { Dayjs } from 'dayjs';
import { GUARDIAN_CONSENT_BELOW_AGE } from '../../miniprogram/shared/consent';
import type { HouseholdStatus } from '../contracts';
import { ageOn } from '../kernel/clock';
import type { PersonRecord } from './household.document';

type CareCategory = PersonRecord['careCategories'][number];

/** Input path → what to say beside it. */
export type FieldErrors = Record<string, string>;

/** A child under 14 needs the guardian's own consent (Personal Information Protection Law, article 31). */
export function missingGuardianConsent(
  people: readonly Pick<PersonRecord, 'birthDate'>[],
  consent: { guardianForChildren: boolean },
  now: Dayjs,
): FieldErrors {
  const hasChild = people.some(({ birthDate }) => ageOn(birthDate, now) < GUARDIAN_CONSENT_BELOW_AGE);
  if (!hasChild || consent.guardianForChildren) return {};
  return {
    'consent.guardianForChildren': `家里有未满 ${GUARDIAN_CONSENT_BELOW_AGE} 岁的孩子，请勾选监护人同意`,
  };
}

/** Birthdays after today can't be; an ID number may well contain one. */
export function bornLater(
  people: readonly Pick<PersonRecord, 'birthDate'>[],
  pathOf: (position: number) => string,
  today: string,
): FieldErrors {
  const errors: FieldErrors = {};
  people.forEach(({ birthDate }, position) => {
    if (birthDate > today)
      errors[`${pathOf(position)}.papers.number`] = '出生日期在今天之后，请再看一遍证件号';
  });
  return errors;
}

/** Papers that stand twice in one form: said beside the second. */
export function repeatedPapers(
  people: readonly Pick<PersonRecord, 'papersIndex' | 'name'>[],
  pathOf: (position: number) => string,
): FieldErrors {
  const errors: FieldErrors = {};
  const firstWith = new Map<string, string>();
  people.forEach(({ papersIndex, name }, position) => {
    const first = firstWith.get(papersIndex);
    if (first === undefined) firstWith.set(papersIndex, name);
    else errors[`${pathOf(position)}.papers.number`] = `和${first}的证件号一样，请再看一遍`;
  });
  return errors;
}

/** One head a household, whom the village can call; only at the door one may be without a phone. */
export function headErrors(
  people: readonly Pick<PersonRecord, 'relation' | 'phone'>[],
  pathOf: (position: number) => string,
  { needsPhone }: { needsPhone: boolean },
): FieldErrors {
  const heads = people.flatMap(({ relation }, position) => (relation === 'head' ? [position] : []));
  const [head, second] = heads;
  if (head === undefined) return { [`${pathOf(0)}.relation`]: '请选一位户主' };
  if (second !== undefined) return { [`${pathOf(second)}.relation`]: '户主只能有一位' };
  return needsPhone && people[head]?.phone === null
    ? { [`${pathOf(head)}.phone`]: '请填写户主的手机号' }
    : {};
}

/** How one file's change moves the counters of the grids, lowest level only. */
export type CounterMove = { gridId: string; status: Exclude<HouseholdStatus, 'closed'>; by: 1 | -1 };
type Counted = { gridId: string; status: HouseholdStatus };

type Cared = Counted & { people: readonly Pick<PersonRecord, 'careCategories'>[] };

/** By how much each category's count changes: 七类人 of one grid, as `<grid>` → category → difference. */
export function careMoves(before: Cared | null, after: Cared): Map<string, Map<CareCategory, number>> {
  const moves = new Map<string, Map<CareCategory, number>>();
  for (const [file, by] of [[before, -1] as const, [after, 1] as const]) {
    if (file === null || file.status === 'closed') continue;
    const grid = moves.get(file.gridId) ?? new Map<CareCategory, number>();
    moves.set(file.gridId, grid);
    for (const category of file.people.flatMap(({ careCategories }) => careCategories))
      grid.set(category, (grid.get(category) ?? 0) + by);
  }
  return moves;
}

/** Nothing moves when a file stays in its grid and its state; a closed file is counted nowhere. */
export function counterMoves(before: Counted | null, after: Counted): CounterMove[] {
  if (before?.gridId === after.gridId && before.status === after.status) return [];
  return [...counted(before, -1), ...counted(after, 1)];
}

const counted = (file: Counted | null, by: 1 | -1): CounterMove[] =>
  file === null || file.status === 'closed' ? [] : [{ gridId: file.gridId, status: file.status, by }];
