import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { vaultOf } from '../../cloudfunctions/kernel/vault';
import { HOUSEHOLDS } from '../../cloudfunctions/registration/household.document';
import { type TownSettingsDocument, TOWN_SETTINGS } from '../../cloudfunctions/rulebook/settings.document';
import {
  COVERAGE,
  type CoverageDocument,
  emptyCoverage,
  type GridDocument,
  GRIDS,
} from '../../cloudfunctions/township/grid.document';
import { INSTALLATION, type OfficeDocument } from '../../cloudfunctions/township/office.document';
import { POSTS } from '../../cloudfunctions/township/post.document';
import type { Database } from '../cloud/database';
import type { People } from '../cloud/people';
import { CAST_POSTS, EMPTY_PERSONAS, GROUPS, HOME_VILLAGE, PERSONAS } from './cast';
import { type Enrolled, planHouseholds } from './households';
import { addNotices } from './notices';
import { Numbers } from './numbers';
import { Random } from './random';
import { planStaff, staffDocuments } from './staff';
import { addSupplies } from './supplies';
import { planGrids, PLANS, type TownPlan } from './town-plan';

export type DemoName = 'township' | 'empty' | 'city';
export type DemoTarget = { database: Database; secrets: Record<string, string>; now: number };

/** Fills an empty database with a made-up town, the same each time, and answers whose phones one can hold. */
export function loadDemo(name: DemoName, target: DemoTarget): People {
  if (name !== 'empty') fill(PLANS[name], target);
  return demoPersonas(name);
}

/** The people of a demo that was loaded before. */
export function demoPersonas(name: DemoName): People {
  const personas = name === 'empty' ? EMPTY_PERSONAS : PERSONAS;
  return { personas: [...personas], groups: name === 'empty' ? [] : [...GROUPS] };
}

const OFFICE_OPENED_DAYS_AGO = 90;

/** 四川省绵阳市三台县: the made-up towns need a real place, because 本市 and 外地 are told apart by it. */
const DIVISION = '510722';

function fill(plan: TownPlan, { database, secrets, now }: DemoTarget): void {
  const random = new Random(plan.seed);
  const numbers = new Numbers();
  const vault = vaultOf(secrets);
  const opened = chinaTime(now).subtract(OFFICE_OPENED_DAYS_AGO, 'day');
  const at = toTimestamp(opened);

  const grids = planGrids(plan, opened.valueOf());
  const staff = planStaff(grids, plan, { random, numbers });
  const verifiers = new Map(
    staff.filter(({ role }) => role === 'gridMember').map(({ grid, openid }) => [grid._id, openid]),
  );
  const { posts, accounts } = staffDocuments(staff, { vault, at });
  const all = [...grids.towns, ...grids.villages, ...grids.teams];
  const office: OfficeDocument = {
    _id: 'office',
    openedBy: CAST_POSTS.find(({ role }) => role === 'townOfficer')?.openid ?? '',
    openedAt: at,
    town: grids.towns[0]!,
  };
  database.insertMany(INSTALLATION, [office]);
  database.insertMany(GRIDS, all);
  database.insertMany(
    TOWN_SETTINGS,
    grids.towns.map(({ _id, path }): TownSettingsDocument => ({
      _id,
      gridPath: path,
      division: DIVISION,
      setBy: office.openedBy,
      setByName: '',
      setAt: at,
    })),
  );
  database.insertMany(POSTS, posts);
  database.insertMany('accounts', accounts);

  const setting = {
    random,
    numbers,
    vault,
    now: chinaTime(now),
    verifierOf: (grid: GridDocument) => verifiers.get(grid._id) ?? '',
  };
  const village = grids.villages[HOME_VILLAGE]!;
  const villagers: Enrolled[] = [];
  const teams: { team: GridDocument; enrolled: Enrolled[] }[] = [];
  for (const { team, enrolled } of planHouseholds(plan, grids.teams, setting)) {
    if (team.path.includes(village._id)) villagers.push(...enrolled);
    if (team.path.includes(grids.towns[0]!._id)) teams.push({ team, enrolled });
    database.insertMany(
      HOUSEHOLDS,
      enrolled.map(({ file }) => file),
    );
    database.insertMany(
      'accounts',
      enrolled.flatMap(({ account }) => (account ? [account] : [])),
    );
    database.insertMany(COVERAGE, [coverageOf(team, enrolled, random)]);
  }
  addSupplies(database, {
    seed: plan.seed,
    vault,
    now: setting.now,
    at,
    town: grids.towns[0]!,
    village,
    posts,
    enrolled: villagers,
  });
  addNotices(database, { seed: plan.seed, now: setting.now, town: grids.towns[0]!, village, posts, teams });
}

/** Counters as the functions would have left them, against a roll that knows of some households more; some teams are far behind. */
function coverageOf(team: GridDocument, enrolled: readonly Enrolled[], random: Random): CoverageDocument {
  const missing = random.weighted([[0, 3], [random.between(1, 4), 5], [random.between(6, 14), 2]] as const); // prettier-ignore
  const coverage = emptyCoverage(team, enrolled.length + missing);
  for (const { file } of enrolled) {
    if (file.status !== 'closed') coverage[file.status] += 1;
    for (const category of file.people.flatMap(({ careCategories }) => careCategories))
      coverage.care[category] = (coverage.care[category] ?? 0) + 1;
  }
  return coverage;
}
