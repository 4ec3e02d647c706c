import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import { counterMoves, headErrors, missingGuardianConsent } from '../../../cloudfunctions/registration/rules';

test.each([
  ['2012-11-21', '2026-11-20T23:59:59+08:00', true],
  ['2012-11-21', '2026-11-21T00:00:00+08:00', false],
  ['2012-11-21', '2026-11-20T16:30:00Z', false],
  ['2012-02-29', '2026-02-28T12:00:00+08:00', true],
  ['2012-02-29', '2026-03-01T00:00:00+08:00', false],
])('a child born on %s needs the guardian’s consent at %s: %s', (birthDate, now, needed) => {
  const without = missingGuardianConsent([{ birthDate }], { guardianForChildren: false }, chinaTime(now));
  expect(Object.keys(without)).toEqual(needed ? ['consent.guardianForChildren'] : []);
  expect(missingGuardianConsent([{ birthDate }], { guardianForChildren: true }, chinaTime(now))).toEqual({});
});

test.each([
  ['one head with a phone', [{ relation: 'head', phone: 's' }], []],
  ['none', [{ relation: 'spouse', phone: 's' }], ['people.0.relation']],
  [
    'two',
    [
      { relation: 'head', phone: 's' },
      { relation: 'head', phone: 's' },
    ],
    ['people.1.relation'],
  ],
  ['one without a phone', [{ relation: 'head', phone: null }], ['people.0.phone']],
] as const)('heads: %s', (_, people, fields) => {
  expect(Object.keys(headErrors(people, (position) => `people.${position}`, { needsPhone: true }))).toEqual(
    fields,
  );
});

const inTeam = (gridId: string, status: 'rostered' | 'submitted' | 'verified' | 'closed') => ({
  gridId,
  status,
});
test.each([
  ['a new file', null, inTeam('a', 'submitted'), ['a submitted 1']],
  ['nothing moved', inTeam('a', 'verified'), inTeam('a', 'verified'), []],
  ['verified', inTeam('a', 'submitted'), inTeam('a', 'verified'), ['a submitted -1', 'a verified 1']],
  [
    'registered from the roster',
    inTeam('a', 'rostered'),
    inTeam('a', 'submitted'),
    ['a rostered -1', 'a submitted 1'],
  ],
  ['closed', inTeam('a', 'verified'), inTeam('a', 'closed'), ['a verified -1']],
  ['opened again elsewhere', inTeam('a', 'closed'), inTeam('b', 'submitted'), ['b submitted 1']],
  ['moved', inTeam('a', 'verified'), inTeam('b', 'submitted'), ['a verified -1', 'b submitted 1']],
] as const)('counters: %s', (_, before, after, moves) => {
  expect(counterMoves(before, after).map(({ gridId, status, by }) => `${gridId} ${status} ${by}`)).toEqual(
    moves,
  );
});
