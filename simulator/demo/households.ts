import type { Dayjs } from 'dayjs';
import type { Account } from '../../cloudfunctions/kernel/identity';
import { toCalendarDate } from '../../cloudfunctions/kernel/clock';
import type { Vault } from '../../cloudfunctions/kernel/vault';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { householdAccount } from '../../cloudfunctions/registration/household-file';
import type { PersonFormInput } from '../../cloudfunctions/registration/person-record';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import { CAST_FAMILIES, HOME_TEAM, HOME_VILLAGE } from './cast';
import { type FamilyForm, familyForm, formOf } from './family';
import { courseOf, fileOf } from './files';
import type { Numbers } from './numbers';
import type { Random } from './random';
import { shareHouseholds, sharePeople, type TownPlan } from './town-plan';

export type Enrolled = { file: HouseholdDocument; account: Account | null };
type Setting = {
  random: Random;
  numbers: Numbers;
  vault: Vault;
  now: Dayjs;
  verifierOf: (grid: GridDocument) => string;
};

/** How many of the newest forms of the cast's team wait, so that its grid member has something to do. */
const WAITING_AT_HOME = 5;
/** Every so many of the forms that wait, one names somebody who stands in another file already. */
const DUPLICATE_EVERY = 7;
/** Households registered from the paper roll have no phone of their own. */
const WITH_PHONE = 0.7;

/** The households of each team in turn. */
export function* planHouseholds(
  plan: TownPlan,
  teams: readonly GridDocument[],
  setting: Setting,
): Generator<{ team: GridDocument; enrolled: Enrolled[] }> {
  const { random } = setting;
  const homeTeam = teams[HOME_VILLAGE * plan.teamsPerVillage + HOME_TEAM];
  const shares = shareHouseholds(plan, teams.length, random);
  const crowd = crowdOf(plan, setting);
  for (const [position, team] of teams.entries()) {
    const isHome = team === homeTeam;
    const cast = isHome ? CAST_FAMILIES.map((_, number) => castHousehold(number, team, setting)) : [];
    const own = shares[position]! - cast.length;
    const rest = Array.from({ length: own }, (_, number) => crowd(team, isHome && number < WAITING_AT_HOME));
    yield { team, enrolled: [...cast, ...rest] };
  }
}

function castHousehold(number: number, team: GridDocument, setting: Setting): Enrolled {
  const { openid, people, address, status, daysAgo, returnReason = '' } = CAST_FAMILIES[number]!;
  const [head, ...members] = people;
  const form = formOf({ head: head!, members, number: 90_000_000 + number, address, isTenant: false });
  const submittedAt = setting.now.subtract(daysAgo, 'day').hour(19).minute(12).second(0).millisecond(0);
  const course = { status, submittedAt, decidedAt: submittedAt.add(15, 'hour'), reason: returnReason };
  const file = fileOf(form, team, {
    openid,
    course,
    verifier: setting.verifierOf(team),
    vault: setting.vault,
  });
  return { file, account: householdAccount(openid, file) };
}

/** Makes one family after another, so that in the end sizes and states are those of the plan. */
function crowdOf(
  plan: TownPlan,
  { random, numbers, vault, now, verifierOf }: Setting,
): (team: GridDocument, mustWait: boolean) => Enrolled {
  const castPeople = CAST_FAMILIES.reduce((sum, { people }) => sum + people.length, 0);
  const households = plan.households - CAST_FAMILIES.length;
  const sizes = sharePeople({ ...plan, households, people: plan.people - castPeople }, random);
  const castWith = (status: string) => CAST_FAMILIES.filter((family) => family.status === status).length;
  let submitted = plan.submitted - castWith('submitted') - WAITING_AT_HOME;
  let returned = plan.returned - castWith('returned');
  let left = households - WAITING_AT_HOME;
  let number = 0;
  let waiting = 0;
  let elsewhere: PersonFormInput | undefined;

  /** Draws without putting back, so the totals come out exactly. */
  const drawStatus = (): HouseholdDocument['status'] => {
    const roll = random.next() * left;
    left -= 1;
    if (roll < submitted) {
      submitted -= 1;
      return 'submitted';
    }
    if (roll >= submitted + returned) return 'verified';
    returned -= 1;
    return 'returned';
  };

  return (team, mustWait) => {
    const status = mustWait ? 'submitted' : drawStatus();
    number += 1;
    let form = familyForm(sizes[number - 1]!, number, { random, numbers, today: toCalendarDate(now) });
    const lastMember = form.members.at(-1);
    if (status === 'submitted' && lastMember) {
      waiting += 1;
      if (waiting % DUPLICATE_EVERY === 2 && elsewhere) form = withLastMember(form, elsewhere);
    }
    if (status === 'verified' && lastMember?.relation === 'child') elsewhere = lastMember;
    const openid = `o-home-${String(number).padStart(6, '0')}`;
    const course = courseOf(status, now, random);
    const file = fileOf(form, team, { openid, course, verifier: verifierOf(team), vault });
    return { file, account: random.chance(WITH_PHONE) ? householdAccount(openid, file) : null };
  };
}

const withLastMember = (form: FamilyForm, somebody: PersonFormInput): FamilyForm => ({
  ...form,
  members: [...form.members.slice(0, -1), { ...somebody, relation: 'other' }],
});
