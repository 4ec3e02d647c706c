import {
  addDays,
  dayNumber,
  firstSlotFrom,
  momentsOf,
  phaseOf,
  slotNow,
  slotsBetween,
  type SlotTimes,
} from '../../../miniprogram/shared/slots';

const TIMES: SlotTimes[] = [
  { half: 'am', opens: '06:00', due: '10:00', closes: '14:00' },
  { half: 'pm', opens: '16:00', due: '20:00', closes: '24:00' },
];
const moment = (text: string): number => Date.parse(`${text}+08:00`);

describe('the slot in which one can report', () => {
  test.each([
    ['2026-11-22T00:00:00', null],
    ['2026-11-22T05:59:59', null],
    ['2026-11-22T06:00:00', '2026-11-22-am'],
    ['2026-11-22T10:00:00', '2026-11-22-am'],
    ['2026-11-22T13:59:59', '2026-11-22-am'],
    ['2026-11-22T14:00:00', null],
    ['2026-11-22T15:59:59', null],
    ['2026-11-22T16:00:00', '2026-11-22-pm'],
    ['2026-11-22T23:59:59', '2026-11-22-pm'],
    ['2026-11-23T00:00:00', null],
  ])('at %s it is %s', (now, slot) => {
    expect(slotNow(TIMES, moment(now))).toBe(slot);
  });

  test('is told by the village’s clock: at 22:00 in London it is tomorrow morning here', () => {
    expect(slotNow(TIMES, Date.parse('2026-11-21T22:00:00Z'))).toBe('2026-11-22-am');
  });
});

describe('how far a slot has come', () => {
  test.each([
    ['2026-11-22T05:59:59', 'ahead'],
    ['2026-11-22T06:00:00', 'open'],
    ['2026-11-22T09:59:59', 'open'],
    ['2026-11-22T10:00:00', 'overdue'],
    ['2026-11-22T13:59:59', 'overdue'],
    ['2026-11-22T14:00:00', 'closed'],
  ])('at %s it is %s', (now, phase) => {
    expect(phaseOf(TIMES, '2026-11-22-am', moment(now))).toBe(phase);
  });

  test('the evening ends with the midnight that ends its day, also that of a month and of a year', () => {
    expect(momentsOf(TIMES, '2026-12-31-pm')?.closes).toBe(moment('2027-01-01T00:00:00'));
    expect(phaseOf(TIMES, '2028-02-29-pm', moment('2028-02-29T23:59:59'))).toBe('overdue');
    expect(phaseOf(TIMES, '2028-02-29-pm', moment('2028-03-01T00:00:00'))).toBe('closed');
  });

  test('a half that the plan does not ask for has no moments, and can’t be reported', () => {
    const mornings = TIMES.slice(0, 1);
    expect(momentsOf(mornings, '2026-11-22-pm')).toBeNull();
    expect(phaseOf(mornings, '2026-11-22-pm', moment('2026-11-22T18:00:00'))).toBe('closed');
  });
});

describe('the first slot that is expected', () => {
  test.each([
    ['early in the morning', '2026-11-22T00:00:00', '2026-11-22-am'],
    ['shortly before the morning closes', '2026-11-22T13:59:59', '2026-11-22-am'],
    ['in the afternoon', '2026-11-22T14:00:00', '2026-11-22-pm'],
    ['before midnight', '2026-11-22T23:59:59', '2026-11-22-pm'],
  ])('of whoever starts %s', (_when, now, slot) => {
    expect(firstSlotFrom(TIMES, '2026-11-22', moment(now))).toBe(slot);
  });

  test('of whoever starts tomorrow is tomorrow’s, of whoever is found days later today’s', () => {
    expect(firstSlotFrom(TIMES, '2026-11-23', moment('2026-11-22T18:00:00'))).toBe('2026-11-23-am');
    expect(firstSlotFrom(TIMES, '2026-11-19', moment('2026-11-22T18:00:00'))).toBe('2026-11-22-pm');
  });
});

describe('slots between', () => {
  test('fourteen days from a morning are 28, from an evening 27', () => {
    expect(slotsBetween(TIMES, '2026-11-22-am', '2026-12-05')).toHaveLength(28);
    expect(slotsBetween(TIMES, '2026-11-22-pm', '2026-12-05')).toHaveLength(27);
  });

  test('go over the end of a month and of a year in order', () => {
    expect(slotsBetween(TIMES, '2026-12-30-pm', '2027-01-01')).toEqual([
      '2026-12-30-pm',
      '2026-12-31-am',
      '2026-12-31-pm',
      '2027-01-01-am',
      '2027-01-01-pm',
    ]);
    expect(slotsBetween(TIMES, '2028-02-28-pm', '2028-03-01')).toContain('2028-02-29-am');
  });

  test('that start after the end are none', () => {
    expect(slotsBetween(TIMES, '2026-11-22-pm', '2026-11-21')).toEqual([]);
  });

  test('of a plan with one reading a day are one a day', () => {
    expect(slotsBetween(TIMES.slice(0, 1), '2026-11-22-am', '2026-11-24')).toEqual([
      '2026-11-22-am',
      '2026-11-23-am',
      '2026-11-24-am',
    ]);
  });
});

test('days are counted from 1, over the end of a leap February too', () => {
  expect(dayNumber('2026-11-22', '2026-11-22')).toBe(1);
  expect(dayNumber('2026-11-22', '2026-11-21')).toBe(0);
  expect(dayNumber('2028-02-28', '2028-03-01')).toBe(3);
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(addDays('2026-11-22', -22)).toBe('2026-10-31');
});
