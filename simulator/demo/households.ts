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
import { States } from './states';
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
function crowdOf(plan: TownPlan, setting: Setting): (team: GridDocument, mustWait: boolean) => Enrolled {
  const { random, now, vault } = setting;
  const sizes = sharePeople(withoutCast(plan), random);
  const states = statesOf(plan, random);
  const twice = new SomeTwice();
  let number = 0;

  return (team, mustWait) => {
    const state = mustWait ? 'submitted' : states.draw();
    const drawn = familyForm(sizes[number]!, number + 1, { ...setting, today: toCalendarDate(now) });
    number += 1;
    const form = state === 'submitted' ? twice.perhapsAgain(drawn) : drawn;
    if (state === 'verified') twice.remember(drawn);
    const openid = `o-home-${String(number).padStart(6, '0')}`;
    const course = courseOf(state, now, random);
    const file = fileOf(form, team, { openid, course, verifier: setting.verifierOf(team), vault });
    return { file, account: random.chance(WITH_PHONE) ? householdAccount(openid, file) : null };
  };
}

const withoutCast = (plan: TownPlan): TownPlan => ({
  ...plan,
  households: plan.households - CAST_FAMILIES.length,
  people: plan.people - CAST_FAMILIES.reduce((sum, { people }) => sum + people.length, 0),
});

function statesOf(plan: TownPlan, random: Random): States {
  const inCast = (state: string) => CAST_FAMILIES.filter(({ status }) => status === state).length;
  const submitted = plan.submitted - inCast('submitted') - WAITING_AT_HOME;
  const returned = plan.returned - inCast('returned');
  const drawn = plan.households - CAST_FAMILIES.length - WAITING_AT_HOME;
  return new States(random, { submitted, returned, verified: drawn - submitted - returned });
}

/** Lets a few people stand in two files: a child of a verified household again as a relative in one that waits. */
class SomeTwice {
  private somebody: PersonFormInput | undefined;
  private waiting = 0;

  remember({ members }: FamilyForm): void {
    const last = members.at(-1);
    if (last?.relation === 'child') this.somebody = last;
  }

  perhapsAgain(form: FamilyForm): FamilyForm {
    if (form.members.length === 0 || this.somebody === undefined) return form;
    this.waiting += 1;
    if (this.waiting % DUPLICATE_EVERY !== 2) return form;
    return { ...form, members: [...form.members.slice(0, -1), { ...this.somebody, relation: 'other' }] };
  }
}
