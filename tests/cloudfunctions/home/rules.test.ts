import { CareCategory } from '../../../cloudfunctions/contracts/person';
import type { CareCounts } from '../../../cloudfunctions/township/rules';
import { coverageDepth, coverageWorstFirst, nearestContact } from '../../../cloudfunctions/home/rules';

const NOBODY = Object.fromEntries(CareCategory.options.map((category) => [category, 0])) as CareCounts;
const row = (gridId: string, known: number, submitted: number, verified: number, isOwn = false) => ({
  gridId,
  pathNames: ['镇', gridId],
  isOwn,
  known,
  rostered: 0,
  submitted,
  verified,
  returned: 0,
  care: NOBODY,
});

test('coverage: worst share first, then who misses more; a grid with nobody known comes last', () => {
  const rows = [
    row('all', 10, 0, 10),
    row('half of ten', 10, 1, 4),
    row('half of twenty', 20, 2, 8),
    row('nobody known', 0, 0, 0),
    row('none', 5, 0, 0),
  ];
  expect(coverageWorstFirst(rows).map(({ name }) => name)).toEqual([
    'none',
    'half of twenty',
    'half of ten',
    'all',
    'nobody known',
  ]);
});

test('coverage: a grid’s own row shows only when nothing lies below it', () => {
  expect(
    coverageWorstFirst([row('own', 0, 0, 0, true), row('below', 4, 1, 1)]).map(({ gridId }) => gridId),
  ).toEqual(['below']);
  expect(coverageWorstFirst([row('own', 4, 1, 1, true)])).toEqual([
    { gridId: 'own', name: 'own', registered: 2, known: 4 },
  ]);
});

test.each([
  ['a town', [['t']], 1],
  ['a team', [['t', 'v', 'g']], 3],
  [
    'a team and the village above another',
    [
      ['t', 'v', 'g'],
      ['t', 'w'],
    ],
    2,
  ],
] as const)('coverage of %s is summed at depth %#', (_, paths, depth) => {
  expect(coverageDepth(paths.map((gridPath) => ({ gridPath })))).toBe(depth);
});

const holder = (role: 'gridMember' | 'gridLeader' | 'villageDoctor', ...gridPath: string[]) => ({
  role,
  gridPath,
});
test.each([
  ['the grid member nearest to the household', [holder('gridMember', 't'), holder('gridMember', 't', 'v', 'g'), holder('gridLeader', 't', 'v', 'g')], 1], // prettier-ignore
  [
    'the nearest leader where there is no member',
    [holder('gridLeader', 't'), holder('gridLeader', 't', 'v')],
    1,
  ],
  ['nobody', [holder('villageDoctor', 't', 'v')], null],
] as const)('a household calls %s', (_, holders, expected) => {
  expect(nearestContact(holders)).toEqual(expected === null ? null : holders[expected]);
});
