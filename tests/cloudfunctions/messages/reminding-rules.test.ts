import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import { byDay, isToBeTold, nextReminder } from '../../../cloudfunctions/messages/reminding-rules';

const settings = { hours: ['18:00', '09:00'], times: 4, urgentEveryMinutes: 120 };
const audience = { gridIds: ['lx'], roles: [], households: true, tags: [] };
const notice = { kind: 'notice' as const, status: 'published' as const, audience, validUntil: null };
const moment = (text: string) => chinaTime(`2026-11-${text}:00+08:00`);

test.each([
  ['in the morning', {}, 0, '24T08:59', '24T09:00'],
  ['in that very minute the next', {}, 0, '24T09:00', '24T18:00'],
  ['in the evening tomorrow', {}, 0, '24T18:00', '25T09:00'],
  ['after the third', {}, 3, '24T12:00', '24T18:00'],
  ['after the last', {}, 4, '24T12:00', null],
  ['on its last day', { validUntil: '2026-11-24' }, 0, '24T12:00', '24T18:00'],
  ['when the next hour lies behind its last day', { validUntil: '2026-11-24' }, 0, '24T18:00', null],
  ['withdrawn', { status: 'withdrawn' as const }, 0, '24T12:00', null],
  [
    'for people on duty alone',
    { audience: { ...audience, households: false, roles: ['gridMember' as const] } },
    0,
    '24T12:00',
    '24T18:00',
  ],
  ['urgent, by day', { kind: 'urgent' as const }, 0, '24T09:30', '24T11:30'],
  ['urgent, late', { kind: 'urgent' as const }, 0, '24T19:30', '25T07:00'],
  ['urgent, at night', { kind: 'urgent' as const }, 0, '24T03:00', '24T07:00'],
])('a notice %s is next reminded of when it should', (_, changes, reminded, now, next) => {
  expect(nextReminder({ ...notice, ...changes }, reminded, settings, moment(now))).toBe(
    next === null ? null : `2026-11-${next}:00+08:00`,
  );
});

test.each([
  ['24T06:59', '24T07:00'],
  ['24T07:00', '24T07:00'],
  ['24T20:59', '24T20:59'],
  ['24T21:00', '25T07:00'],
])('what is not urgent at %s leaves at %s', (now, leaves) => {
  expect(byDay(moment(now))).toBe(`2026-11-${leaves}:00+08:00`);
});

test('a notice is told until its last day is over', () => {
  const until = { ...notice, validUntil: '2026-11-24' };
  expect(isToBeTold(until, '2026-11-24')).toBe(true);
  expect(isToBeTold(until, '2026-11-25')).toBe(false);
});
