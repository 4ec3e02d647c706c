import { type GridDocument, newGrid } from '../../cloudfunctions/township/grid.document';
import type { Random } from './random';

/** How large a demo is, and from which seed it falls. */
export type TownPlan = {
  seed: number;
  towns: number;
  villagesPerTown: number;
  teamsPerVillage: number;
  households: number;
  people: number;
  /** Of the households: how many wait to be verified, and how many were returned. */
  submitted: number;
  returned: number;
};

export const PLANS: Readonly<Record<'township' | 'city', TownPlan>> = {
  township: {
    seed: 20_261_121,
    towns: 1,
    villagesPerTown: 6,
    teamsPerVillage: 5,
    households: 600,
    people: 2_000,
    submitted: 40,
    returned: 8,
  },
  city: {
    seed: 4_000,
    towns: 20,
    villagesPerTown: 20,
    teamsPerVillage: 10,
    households: 40_000,
    people: 120_000,
    submitted: 2_400,
    returned: 400,
  },
};

const TOWNS = ['青石', '白塔', '双河', '黄坡', '龙泉', '大湾', '石鼓', '三元', '凤鸣', '安平', '长岭', '金沙', '新桥', '太和', '高店', '永兴', '清流', '罗汉', '云台', '红岩']; // prettier-ignore
const VILLAGES = ['柳溪', '石桥', '桂花', '高坪', '红星', '竹园', '梨树', '大坝', '青龙', '白鹤', '杨柳', '双井', '观音', '土门', '松林', '团结', '新民', '响水', '平桥', '花园']; // prettier-ignore
const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

export type Grids = { towns: GridDocument[]; villages: GridDocument[]; teams: GridDocument[] };

/** The tree of grids. The first town of every plan is 青石镇 and its first village 柳溪村, where the cast lives. */
export function planGrids(plan: TownPlan, openedAt: number): Grids {
  let order = openedAt;
  const below = (parent: GridDocument | null, names: readonly string[], level: GridDocument['level']) =>
    names.map((name, position) => {
      order += 1;
      if (parent) parent.childCount += 1;
      const id = `${parent ? `${parent._id}-` : ''}${LETTERS[level]}${position + 1}`;
      return newGrid({ id, name, level, order }, parent);
    });
  const towns = below(
    null,
    TOWNS.slice(0, plan.towns).map((name) => `${name}镇`),
    'town',
  );
  const villages = towns.flatMap((town) =>
    below(
      town,
      VILLAGES.slice(0, plan.villagesPerTown).map((name) => `${name}村`),
      'village',
    ),
  );
  const teams = villages.flatMap((village) =>
    below(
      village,
      DIGITS.slice(0, plan.teamsPerVillage).map((digit) => `${digit}组`),
      'team',
    ),
  );
  return { towns, villages, teams };
}
const LETTERS = { town: 't', village: 'v', team: 'g', unit: 'u' } as const;

/** How many households each team has registered: unequal, as in life, and in sum what the plan says. */
export function shareHouseholds(plan: TownPlan, teams: number, random: Random): number[] {
  const mean = plan.households / teams;
  const shares = Array.from({ length: teams }, () => Math.round(mean * (0.7 + 0.6 * random.next())));
  settle(shares, plan.households, 1, random);
  return shares;
}

/** How many people each household has; in sum what the plan says. */
export function sharePeople(plan: TownPlan, random: Random): number[] {
  const sizes = Array.from(
    { length: plan.households },
    () =>
    random.weighted([[1, 11], [2, 21], [3, 25], [4, 24], [5, 13], [6, 6]] as const), // prettier-ignore
  ) as number[];
  settle(sizes, plan.people, 1, random, 7);
  return sizes;
}

/** Moves single units until the numbers sum up. */
function settle(numbers: number[], sum: number, least: number, random: Random, most = Infinity): void {
  let missing = sum - numbers.reduce((total, one) => total + one, 0);
  while (missing !== 0) {
    const position = random.between(0, numbers.length - 1);
    const moved = numbers[position]! + Math.sign(missing);
    if (moved < least || moved > most) continue;
    numbers[position] = moved;
    missing -= Math.sign(missing);
  }
}
