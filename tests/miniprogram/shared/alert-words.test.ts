import {
  alertClock,
  complaintInPlainWords,
  complaintText,
  standingText,
  temperatureText,
} from '../../../miniprogram/shared/alert-words';

const at = (time: string) => `2026-11-21T${time}:00+08:00`;
const clock = (now: string, reportedAt: string | null = null) =>
  alertClock({ raisedAt: at('16:32'), reportBy: at('18:32'), reportedAt }, at(now));

it.each([
  ['when it is raised', '16:32', '2 小时', 0, 'running'],
  ['38 minutes later', '17:10', '1 小时 22 分', 32, 'running'],
  ['in the last minute', '18:31', '1 分', 99, 'running'],
  ['at the moment', '18:32', '0 分', 100, 'late'],
  ['when it is past', '19:40', '1 小时 8 分', 100, 'late'],
])('the two-hour clock %s', (_, now, left, percent, state) =>
  expect(clock(now)).toEqual({ line: '18:32 前报到镇里', left, percent, state }),
);

it('stops once the town was told', () =>
  expect(clock('19:40', at('17:05'))).toEqual({
    state: 'told',
    line: '17:05 已报镇里',
    left: '',
    percent: 100,
  }));

it('says what somebody has, to the doctor in terms and to the family in plain words', () => {
  const what = { symptoms: ['fatigue', 'other'] as const, other: '脚肿' };
  expect(complaintText(what)).toBe('乏力、脚肿');
  expect(complaintInPlainWords(what)).toBe('没力气、脚肿');
  expect(complaintText({ symptoms: [], other: '' })).toBe('发热');
  expect(temperatureText(38)).toBe('38.0℃');
  expect(temperatureText(null)).toBe('');
});

const standing = {
  status: 'open' as const,
  level: 'villageDoctor' as const,
  takenBy: null,
  finding: null,
  outcome: null,
};
it.each([
  ['等村医来接', {}],
  ['没人接，已升到镇防控办', { level: 'townOfficer' as const }],
  ['李梅（村医）已接', { status: 'acknowledged' as const, takenBy: '李梅（村医）' }],
  ['继续观察', { status: 'assessed' as const, finding: 'keepWatching' as const }],
  ['已办结：好转', { status: 'closed' as const, outcome: 'recovered' as const }],
])('an alert stands at %s', (text, changes) => expect(standingText({ ...standing, ...changes })).toBe(text));
