import {
  ageOn,
  chinaNow,
  chinaTime,
  toCalendarDate,
  toTimestamp,
} from '../../../cloudfunctions/kernel/clock';

test('the day begins at midnight in the village, whatever the zone of the machine', () => {
  expect(toCalendarDate(chinaTime('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
  expect(toCalendarDate(chinaTime('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
});

test('moments are written with their offset and read back as the same moment', () => {
  const written = toTimestamp(chinaTime(1_795_000_000_000));
  expect(written).toMatch(/\+08:00$/);
  expect(chinaTime(written).valueOf()).toBe(1_795_000_000_000);
});

test('now is now, in UTC+8', () => {
  expect(Math.abs(chinaNow().valueOf() - Date.now())).toBeLessThan(1000);
  expect(chinaNow().utcOffset()).toBe(480);
});

test.each([
  ['1980-11-21', '2026-11-20', 45],
  ['1980-11-21', '2026-11-21', 46],
  ['2024-02-29', '2026-02-28', 1],
  ['2024-02-29', '2026-03-01', 2],
  ['2026-11-21', '2026-11-21', 0],
])('somebody born on %s is on %s %i years old', (birthDate, day, age) => {
  expect(ageOn(birthDate, chinaTime(`${day}T12:00:00+08:00`))).toBe(age);
});
