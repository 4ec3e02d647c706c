import { ageOn } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { HouseholdDocument } from '../registration/household.document';
import type { Told } from '../contracts/supplies';
import type * as z from 'zod';

/** 民法典第十七条: an adult is 18 or older. */
const ADULT_FROM_AGE = 18;

export const ADULTS_ONLY = '要满 18 岁才能给家里下单，请让家里的大人来订';
export const CARE_ONLY = '只给七类人的家庭代订。这户请自己下单，或者先在档案里补上类别';

/** Who writes an order: somebody of the household, or somebody on duty who was told what it wants. */
export type Writer =
  | { householdId: string; how: 'member'; told: null }
  | { householdId: string; how: 'proxy'; told: z.infer<typeof Told> };

export const memberOf = ({ scope }: Pick<Context, 'scope'>): Writer => {
  if (scope.kind !== 'household') throw new Error('A member orders for their own household');
  return { householdId: scope.householdId, how: 'member', told: null };
};

export const proxyOf = ({
  householdId,
  told,
}: Pick<Extract<Writer, { how: 'proxy' }>, 'householdId' | 'told'>): Writer => ({
  householdId,
  how: 'proxy',
  told,
});

export const careOf = ({ people }: Pick<HouseholdDocument, 'people'>) => [
  ...new Set(people.flatMap(({ careCategories }) => careCategories)),
];

export const adultsOf = (
  { people }: Pick<HouseholdDocument, 'people'>,
  { now }: Pick<Context, 'now'>,
): string[] =>
  people.filter(({ birthDate }) => ageOn(birthDate, now) >= ADULT_FROM_AGE).map(({ personId }) => personId);

/** Why this household can't order in any round; null when it can. */
export function refusalOf(
  file: HouseholdDocument,
  how: Writer['how'],
  context: Pick<Context, 'caller' | 'now'>,
): string | null {
  if (file.status === 'closed') return '这户的档案已经关闭，不能下单。请找网格员';
  if (how === 'proxy') return careOf(file).length > 0 ? null : CARE_ONLY;
  if (file.status !== 'verified')
    return file.status === 'returned'
      ? '您家的登记被退回了，先改好，核实以后就能下单。急用请找网格员'
      : '您家的登记还没核实，核实以后就能下单。急用请找网格员';
  return isAdult(file, context) ? null : ADULTS_ONLY;
}

/** Whoever holds a phone of the household and is on no file as a child; heads had phones before people were named in accounts. */
export function isAdult(file: HouseholdDocument, context: Pick<Context, 'caller' | 'now'>): boolean {
  const { personId } = context.caller;
  const isOnFile = file.people.some((person) => person.personId === personId);
  return !isOnFile || adultsOf(file, context).some((adult) => adult === personId);
}
