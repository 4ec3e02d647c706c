import { fitStays, missingDays, windowDays, wrongStays } from '../../../miniprogram/shared/stays';

const ARRIVAL = '2026-03-12';
const stay = (from: string, to: string) => ({ from: `2026-${from}`, to: `2026-${to}` });

describe('the look-back window', () => {
  it('has so many days, the day of arrival last', () => {
    const days = windowDays(ARRIVAL, 14);
    expect(days).toHaveLength(14);
    expect([days[0], days[13]]).toEqual(['2026-02-27', ARRIVAL]);
  });

  it('goes over the turn of a year and a leap day', () => {
    expect(windowDays('2027-01-02', 3)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
    expect(windowDays('2028-03-01', 2)).toEqual(['2028-02-29', '2028-03-01']);
  });
});

describe('stays', () => {
  it.each([
    ['one over the whole window', [stay('02-27', '03-12')], ''],
    ['one that began long before', [stay('01-01', '03-12')], ''],
    ['a move, its day in both', [stay('02-27', '03-08'), stay('03-08', '03-12')], ''],
    ['a move overnight, its days apart', [stay('02-27', '03-08'), stay('03-09', '03-12')], ''],
    ['one that ends on the first day of the window', [stay('02-01', '02-27'), stay('02-28', '03-12')], ''],
    [
      'a day left out',
      [stay('02-27', '03-08'), stay('03-10', '03-12')],
      '3月9日 住哪里还没写。请改这个日期，或者再加一处',
    ],
    ['the first day left out', [stay('02-28', '03-12')], '2月27日 住哪里还没写。请改这个日期，或者再加一处'],
    [
      'the day of arrival left out',
      [stay('02-27', '03-11')],
      '3月12日 住哪里还没写。请改这个日期，或者再加一处',
    ],
    [
      'two places on days that are no move',
      [stay('02-27', '03-09'), stay('03-08', '03-12')],
      '3月8日 写了两处。只有搬的那天可以写两处，请改日期',
    ],
    [
      'one inside another',
      [stay('02-27', '03-12'), stay('03-02', '03-03')],
      '3月2日 写了两处。只有搬的那天可以写两处，请改日期',
    ],
    [
      'an end before its beginning',
      [stay('03-12', '02-27')],
      '3月12日 到、2月27日 离开，日期前后反了。请再看一遍',
    ],
    [
      'days after the arrival',
      [stay('02-27', '03-13')],
      '3月13日 在到村那天之后了。住到哪天，最晚写 3月12日',
    ],
    ['none at all', [], '请写过去 14 天住过哪里'],
  ])('%s', (_, stays, words) => expect(wrongStays(stays, ARRIVAL, 14)).toBe(words));

  it('in any order are the same', () => {
    const moved = [stay('03-08', '03-12'), stay('02-27', '03-08')];
    expect(wrongStays(moved, ARRIVAL, 14)).toBe('');
    expect(missingDays(moved, ARRIVAL, 14)).toEqual([]);
  });
});

describe('stays for another day of arrival', () => {
  it('who came earlier was nowhere later', () =>
    expect(fitStays([stay('02-27', '03-08'), stay('03-10', '03-12')], '2026-03-09')).toEqual([
      stay('02-27', '03-09'),
    ]));

  it('who came later was in the last place until then', () =>
    expect(fitStays([stay('02-27', '03-08'), stay('03-08', '03-12')], '2026-03-14')).toEqual([
      stay('02-27', '03-08'),
      stay('03-08', '03-14'),
    ]));
});
