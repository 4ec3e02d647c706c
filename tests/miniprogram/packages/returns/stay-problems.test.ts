import {
  nextGap,
  stayProblems,
  staysUntil,
} from '../../../../miniprogram/packages/returns/declare/stay-problems';
import { wrongStays } from '../../../../miniprogram/shared/stays';

const stay = (from: string, to: string) => ({
  kind: 'division' as const,
  code: '510107',
  name: '四川省 成都市 武侯区',
  from: `2026-03-${from}`,
  to: `2026-03-${to}`,
});
const ARRIVAL = '2026-03-14';
const problems = (...stays: ReturnType<typeof stay>[]) =>
  stayProblems(stays, ARRIVAL, 14).map(({ index, end, what }) => [index, end, what]);

test.each([
  ['the whole window', [stay('01', '14')], []],
  ['a move on one day', [stay('01', '08'), stay('08', '14')], []],
  ['a gap', [stay('01', '08'), stay('10', '14')], [[1, 'from', '3月9日 住哪里还没写']]],
  [
    'a gap of some days',
    [stay('01', '06'), stay('10', '14')],
    [[1, 'from', '3月7日 到 3月9日 住哪里还没写']],
  ],
  ['no beginning', [stay('03', '14')], [[0, 'from', '3月1日 到 3月2日 住哪里还没写']]],
  ['no end', [stay('01', '12')], [[0, 'to', '3月13日 到 3月14日 住哪里还没写']]],
  ['stays out of order', [stay('10', '14'), stay('01', '08')], [[0, 'from', '3月9日 住哪里还没写']]],
  ['days told twice', [stay('01', '08'), stay('06', '14')], [[1, 'from', '3月6日 到 3月8日 写了两处']]],
  ['after the arrival', [stay('01', '20')], [[0, 'to', '3月14日 已经到家了']]],
] as const)('%s', (_, stays, expected) => {
  expect(problems(...stays)).toEqual(expected);
  expect(wrongStays(stays, ARRIVAL, 14) === '').toBe(expected.length === 0);
});

test('a stay that ends before it begins says so', () =>
  expect(problems(stay('14', '01'))[0]).toEqual([0, 'to', '离开在到达前面了']));

test('a further stay fills the first gap; the first one the whole window', () => {
  expect(nextGap([], ARRIVAL, 14)).toEqual({ from: '2026-03-01', to: ARRIVAL });
  expect(nextGap([stay('01', '08'), stay('12', '14')], ARRIVAL, 14)).toEqual({
    from: '2026-03-09',
    to: '2026-03-11',
  });
  expect(nextGap([stay('01', '14')], ARRIVAL, 14)).toEqual({ from: ARRIVAL, to: ARRIVAL });
});

test('a later arrival keeps whoever stayed until then where they are, and drops what is too long ago', () => {
  const stays = [stay('01', '02'), stay('02', '08'), stay('08', '14')];
  expect(staysUntil(stays, ARRIVAL, '2026-03-17', '2026-03-04').map(({ from, to }) => [from, to])).toEqual([
    ['2026-03-04', '2026-03-08'],
    ['2026-03-08', '2026-03-17'],
  ]);
  expect(staysUntil(stays, ARRIVAL, '2026-03-07', '2026-02-22').map(({ to }) => to)).toEqual([
    '2026-03-02',
    '2026-03-07',
  ]);
});
