import {
  ageOn,
  calendarDate,
  dateText,
  daysBetween,
  dayText,
  greeting,
  momentText,
  timeText,
  weekdayText,
} from '../../../miniprogram/shared/dates';

/** A moment on the village's clock. */
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('the village clock is UTC+8 whatever the phone thinks', () => {
  it('reads an ISO moment of any offset', () => {
    expect(timeText('2022-03-12T09:08:00Z')).toBe('17:08');
    expect(dayText('2022-03-12T23:30:00+08:00')).toBe('3月12日');
    expect(dayText('2022-03-12T16:00:00Z')).toBe('3月13日');
  });
  it('knows the weekday', () => expect(weekdayText(at('2022-03-12T00:00:00'))).toBe('星期六'));
  it('knows the calendar date just after midnight', () =>
    expect(calendarDate(at('2022-03-12T00:00:01'))).toBe('2022-03-12'));
});

describe('momentText', () => {
  const now = at('2022-03-12T17:10:00');
  it.each([
    ['2022-03-12T00:00:00', '今天 00:00'],
    ['2022-03-11T23:59:00', '昨天 23:59'],
    ['2022-03-13T00:00:00', '明天 00:00'],
    ['2022-03-10T08:05:00', '3月10日 08:05'],
  ])('%s is %s', (moment, text) => expect(momentText(at(moment), now)).toBe(text));
});

it('counts calendar days, not hours', () => {
  expect(daysBetween(at('2022-03-11T23:59:00'), at('2022-03-12T00:01:00'))).toBe(1);
  expect(daysBetween(at('2022-03-12T00:01:00'), at('2022-03-12T23:59:00'))).toBe(0);
  expect(daysBetween(at('2022-02-28T12:00:00'), at('2022-03-12T12:00:00'))).toBe(12);
});

it.each([
  ['04:59', '晚上好'],
  ['05:00', '早上好'],
  ['09:00', '上午好'],
  ['11:00', '中午好'],
  ['13:00', '下午好'],
  ['17:59', '下午好'],
  ['18:00', '晚上好'],
])('at %s one says %s', (time, words) => expect(greeting(at(`2022-03-12T${time}:00`))).toBe(words));

it('writes a birthday in full', () => expect(dateText('1955-03-08')).toBe('1955年3月8日'));

it.each([
  ['2008-03-13', '2022-03-12', 13],
  ['2008-03-12', '2022-03-12', 14],
  ['2008-02-29', '2022-02-28', 13],
  ['2008-02-29', '2022-03-01', 14],
  ['2022-03-12', '2022-03-12', 0],
])('born %s is on %s %i years old', (birth, today, age) => expect(ageOn(birth, today)).toBe(age));
