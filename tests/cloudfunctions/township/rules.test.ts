import { GridId, GridLevel } from '../../../cloudfunctions/contracts/grid';
import { levelError, newGridId } from '../../../cloudfunctions/township/rules';
import { takesHouseholds } from '../../../cloudfunctions/township/grid.document';

const fitting = ['town village', 'village team', 'team unit'];
test.each(GridLevel.options.flatMap((parent) => GridLevel.options.map((level) => [parent, level] as const)))(
  'below a %s: a %s',
  (parent, level) => {
    expect(levelError(parent, level) === null).toBe(fitting.includes(`${parent} ${level}`));
  },
);

test('a grid’s id follows from its request and passes the contract', () => {
  const id = newGridId('t1-v1', 'request-0001-abcdef');
  expect(newGridId('t1-v1', 'request-0001-abcdef')).toBe(id);
  expect(newGridId('t1-v2', 'request-0001-abcdef')).not.toBe(id);
  expect(GridId.safeParse(id).success).toBe(true);
});

test.each([
  ['team', 0, true],
  ['team', 2, false],
  ['unit', 0, true],
  ['village', 0, false],
  ['town', 0, false],
] as const)('a %s with %i grids below takes households: %s', (level, childCount, takes) => {
  expect(takesHouseholds({ level, childCount })).toBe(takes);
});
