import fc from 'fast-check';
import { beginning, withDays } from '../../../../miniprogram/packages/poster/days';
import { broadcasts, type Planned } from '../../../../miniprogram/packages/poster/script/plan';

const RULES = { from: '08:00', until: '20:00', times: ['08:00', '12:00', '18:00'], urgentEvery: 60, days: 3 };
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const planned = (changes: Partial<Planned> = {}): Planned => ({
  now: at('2026-03-12 10:20'),
  urgent: false,
  minutes: 3,
  validUntil: null,
  begins: null,
  ...changes,
});

test('what is not urgent is heard when people are at home, for three days', () => {
  expect(broadcasts(planned(), RULES)).toEqual([
    { date: '2026-03-12', times: ['12:00', '18:00'] },
    { date: '2026-03-13', times: ['08:00', '12:00', '18:00'] },
    { date: '2026-03-14', times: ['08:00', '12:00', '18:00'] },
  ]);
});

test('what is urgent is heard at once and every hour of the first day', () => {
  const [first, second] = broadcasts(planned({ urgent: true, now: at('2026-03-12 17:03') }), RULES);
  expect(first).toEqual({ date: '2026-03-12', times: ['17:05', '18:05', '19:05'] });
  expect(second?.times).toEqual(['08:00', '12:00', '18:00']);
});

test('an urgent one at night waits until eight', () => {
  const [night] = broadcasts(planned({ urgent: true, now: at('2026-03-12 21:30') }), RULES);
  expect(night).toEqual({ date: '2026-03-13', times: ['08:00', '12:00', '18:00'] });
  const [early] = broadcasts(planned({ urgent: true, now: at('2026-03-12 05:30') }), RULES);
  expect(early?.times[0]).toBe('08:00');
});

test('the last broadcast ends before that begins to which it calls', () => {
  expect(broadcasts(planned({ begins: at('2026-03-13 07:00') }), RULES)).toEqual([
    { date: '2026-03-12', times: ['12:00', '18:00'] },
  ]);
  expect(broadcasts(planned({ begins: at('2026-03-13 12:02') }), RULES).at(-1)).toEqual({
    date: '2026-03-13',
    times: ['08:00'],
  });
});

test('what begins later is called to again on its eve and its day', () => {
  const dates = broadcasts(planned({ begins: at('2026-03-20 14:00') }), RULES).map(({ date }) => date);
  expect(dates).toEqual(['2026-03-12', '2026-03-13', '2026-03-14', '2026-03-19', '2026-03-20']);
});

test('what holds no more is not heard any more', () => {
  expect(broadcasts(planned({ validUntil: '2026-03-12' }), RULES).map(({ date }) => date)).toEqual([
    '2026-03-12',
  ]);
  expect(broadcasts(planned({ validUntil: '2026-03-11' }), RULES)).toEqual([]);
});

test('whatever the notice and whatever the hours: never a word too early, too late, or after it is over', () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  });
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
  const moment = fc.tuple(day, time).map(([date, clock]) => at(`${date} ${clock}`));
  const anything = fc.record({
    now: fc.tuple(moment, fc.integer({ min: 0, max: 899_999 })).map(([from, ms]) => from + ms),
    urgent: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 200 }),
    validUntil: fc.option(day),
    begins: fc.option(moment),
  });
  const hours = fc.record({
    from: time,
    until: time,
    times: fc.array(time, { minLength: 1, maxLength: 5 }),
    urgentEvery: fc.integer({ min: 15, max: 240 }),
    days: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(anything, hours, (notice, rules) => {
      const plan = broadcasts(notice, rules);
      const dates = plan.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      for (const { date, times } of plan) {
        expect(times).toEqual([...new Set(times)].sort());
        expect(times.length).toBeGreaterThan(0);
        for (const clock of times) {
          const start = at(`${date} ${clock}`);
          const end = start + notice.minutes * 60_000;
          expect(start).toBeGreaterThanOrEqual(Math.max(notice.now, at(`${date} ${rules.from}`)));
          expect(end).toBeLessThanOrEqual(at(`${date} ${rules.until}`));
          if (notice.begins !== null) expect(end).toBeLessThanOrEqual(notice.begins);
          if (notice.validUntil !== null) expect(date <= notice.validUntil).toBe(true);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['明天 7:00–11:00', '2026-03-13 07:00'],
  ['今天下午 2 点半', '2026-03-12 14:30'],
  ['后天晚上 7:30', '2026-03-14 19:30'],
  ['3月20日 13:00', '2026-03-20 13:00'],
  ['3月20日上午9点', '2026-03-20 09:00'],
  ['2027年1月5日 8:00', '2027-01-05 08:00'],
  ['中午 12:00，3月20日', '2026-03-20 12:00'],
])('%s, written on 12 March, begins at %s', (text, begins) => {
  expect(beginning(text, '2026-03-12')).toBe(at(begins));
});

test('a date of January that is written in December is next year’s', () => {
  expect(beginning('1月5日 8:00', '2026-12-28')).toBe(at('2027-01-05 08:00'));
});

test.each(['3月12日到3月20日', '全天', '8:00–11:00', '明天上午', '13月40日 8:00'])(
  '%s names no beginning',
  (text) => {
    expect(beginning(text, '2026-03-12')).toBeNull();
  },
);

test('words that mean another day tomorrow become the day that is meant', () => {
  expect(withDays('今天通知，明天打疫苗，大后天出结果，今晚别喝酒，明早空腹', '2026-12-30')).toBe(
    '12月30日通知，12月31日打疫苗，1月2日出结果，12月30日晚上别喝酒，12月31日早上空腹',
  );
});
