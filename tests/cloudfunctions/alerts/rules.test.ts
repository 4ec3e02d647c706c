import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import { whatComesNext } from '../../../cloudfunctions/alerts/next-for-household';
import {
  levelAbove,
  outcomeRefusal,
  refusalOf,
  rolesOver,
  stepsFor,
} from '../../../cloudfunctions/alerts/rules';
import { alertOrder } from '../../../cloudfunctions/alerts/urgency';
import { AlertStep } from '../../../cloudfunctions/contracts/alerts';
import type { StaffRole } from '../../../cloudfunctions/contracts';
import { judged, referred, taken } from '../../support/alerts';

const fresh: Pick<
  AlertDocument,
  'status' | 'level' | 'acknowledged' | 'assessment' | 'referral' | 'reportedAt' | 'outcome'
> = {
  status: 'open',
  level: 'villageDoctor',
  acknowledged: null,
  assessment: null,
  referral: null,
  reportedAt: null,
  outcome: null,
};
const reported = { reportedAt: '2026-11-21T18:10:00+08:00' };

const STATES = {
  open: fresh,
  'open, climbed': { ...fresh, level: 'gridLeader' as const },
  taken: { ...fresh, ...taken },
  'taken, climbed': { ...fresh, ...taken, level: 'townOfficer' as const },
  normal: { ...fresh, ...judged('normalOnRecheck') },
  watched: { ...fresh, ...judged('keepWatching') },
  suspected: { ...fresh, ...judged('suspected') },
  'suspected, reported': { ...fresh, ...judged('suspected'), ...reported },
  referred: { ...fresh, ...referred },
  'referred, reported': { ...fresh, ...referred, ...reported },
  closed: { ...fresh, ...referred, ...reported, status: 'closed' as const },
};
type State = keyof typeof STATES;

/** For each state and role all that may be done, what comes next first; everything else is refused. */
const TABLE: Record<State, Record<'villageDoctor' | 'gridLeader' | 'townOfficer' | 'gridMember', string>> = {
  open: {
    villageDoctor: 'acknowledge',
    gridLeader: 'acknowledge',
    townOfficer: 'acknowledge',
    gridMember: '',
  },
  // Who answers late still answers.
  'open, climbed': {
    villageDoctor: 'acknowledge',
    gridLeader: 'acknowledge',
    townOfficer: 'acknowledge',
    gridMember: '',
  },
  taken: {
    villageDoctor: 'assess reportUp',
    gridLeader: 'reportUp',
    townOfficer: 'reportUp',
    gridMember: '',
  },
  'taken, climbed': {
    villageDoctor: 'assess reportUp',
    gridLeader: 'reportUp',
    townOfficer: 'assess reportUp',
    gridMember: '',
  },
  normal: {
    villageDoctor: 'close assess reportUp',
    gridLeader: 'reportUp',
    townOfficer: 'close reportUp',
    gridMember: '',
  },
  watched: {
    villageDoctor: 'assess close reportUp',
    gridLeader: 'reportUp',
    townOfficer: 'close reportUp',
    gridMember: '',
  },
  suspected: {
    villageDoctor: 'refer reportUp assess',
    gridLeader: 'refer reportUp',
    townOfficer: 'refer reportUp',
    gridMember: '',
  },
  'suspected, reported': {
    villageDoctor: 'refer assess',
    gridLeader: 'refer',
    townOfficer: 'refer',
    gridMember: '',
  },
  referred: {
    villageDoctor: 'reportUp refer',
    gridLeader: 'reportUp refer',
    townOfficer: 'reportUp refer',
    gridMember: '',
  },
  'referred, reported': {
    villageDoctor: 'close refer',
    gridLeader: 'refer',
    townOfficer: 'close refer',
    gridMember: '',
  },
  closed: { villageDoctor: '', gridLeader: '', townOfficer: '', gridMember: '' },
};

const cells = (Object.keys(TABLE) as State[]).flatMap((state) =>
  (Object.entries(TABLE[state]) as [StaffRole, string][]).map(([role, steps]) => ({ state, role, steps })),
);

test.each(cells)('an alert that is $state, before a $role: $steps', ({ state, role, steps }) => {
  const allowed = stepsFor(STATES[state], [role]);
  expect(allowed.join(' ')).toBe(steps);
  for (const step of AlertStep.options) {
    const refusal = refusalOf(step, STATES[state], [role]);
    if (allowed.includes(step)) expect(refusal).toBeNull();
    else expect(refusal).toMatch(/^\P{ASCII}/u);
  }
});

test('the second is told who took it, and when', () => {
  expect(refusalOf('acknowledge', STATES.taken, ['gridLeader'])).toBe('测试人员（村医） 18:00 已经接了');
});

test.each([
  ['confirmed', 'normalOnRecheck', false],
  ['confirmed', 'keepWatching', false],
  ['confirmed', 'suspected', true],
  ['excluded', 'normalOnRecheck', true],
  ['excluded', 'suspected', true],
  ['recovered', 'keepWatching', true],
] as const)('the outcome %s after the finding %s: %s', (outcome, finding, isRight) => {
  expect(outcomeRefusal(outcome, finding) === null).toBe(isRight);
});

test('the duty climbs from the doctor to the grid leader to the town, and no further', () => {
  expect(levelAbove('villageDoctor')).toBe('gridLeader');
  expect(levelAbove('gridLeader')).toBe('townOfficer');
  expect(levelAbove('townOfficer')).toBeNull();
});

test('a role counts over the place in which it is held', () => {
  const posts = [
    { role: 'gridLeader' as const, gridId: 'v1' },
    { role: 'villageDoctor' as const, gridId: 'v2' },
    { role: 'supplier' as const, gridId: 't1' },
  ];
  expect(rolesOver(posts, { gridPath: ['t1', 'v1', 'g1'] })).toEqual(['gridLeader']);
  expect(rolesOver(posts, { gridPath: ['t1', 'v2', 'g1'] })).toEqual(['villageDoctor']);
});

test('the list begins with what nobody took, then what was not reported, then the rest; closed ones last, latest first', () => {
  const at = (hour: number) => `2026-11-21T${String(hour).padStart(2, '0')}:00:00+08:00`;
  const who = { by: 'o', byName: 'o' };
  const one = (id: string, changes: Partial<AlertDocument>, hour: number) =>
    alertOrder({ ...fresh, ...changes, _id: id, reportBy: at(hour) });
  const closed = (id: string, hour: number) =>
    one(id, { status: 'closed', outcome: { ...who, result: 'excluded', words: '', at: at(hour) } }, 1);
  const keys = [
    one('a', {}, 18),
    one('b', {}, 19),
    one('c', taken, 17),
    one('d', { ...taken, ...reported }, 16),
    closed('e', 20),
    closed('f', 15),
  ];
  expect([...keys].sort()).toEqual(keys);
});

describe('the family is told', () => {
  test.each<[string, Partial<AlertDocument>, RegExp]>([
    ['that the doctor knows', {}, /^已经告诉村医/],
    ['that the leader was told too', { level: 'gridLeader' }, /村医还没接，又告诉了网格长/],
    ['who comes', taken, /^村医 18:00 接了，会来看/],
    ['that all is well', judged('normalOnRecheck'), /正常了/],
    ['to go on measuring', judged('keepWatching'), /继续观察/],
    ['that a car is being arranged', judged('suspected'), /正在安排车/],
    ['when it leaves', referred, /^18:00 出发去县医院发热门诊，张丽护送/],
    [
      'how it ended',
      { status: 'closed', outcome: { result: 'recovered', words: '好了', by: 'o', byName: 'o', at: '' } },
      /^办结了：好转$/,
    ],
  ])('%s', (_, changes, words) => {
    expect(whatComesNext({ ...fresh, ...changes })).toMatch(words);
  });
});
