import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { newObservation } from '../../../cloudfunctions/observation/start-observation';
import { expectedSlots } from '../../../cloudfunctions/observation/slot-record';
import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import { obstaclesTo } from '../../../cloudfunctions/release/readiness';
import { SHIPPED_COVID19 } from '../../../cloudfunctions/rulebook/shipped';
import { missed, reported } from '../../support/finished-observations';

const FIRST = '2026-11-01';
const OVER = '2026-11-15T08:00:00+08:00';

/** Fourteen days from 1 November, all in order. */
const started = newObservation(
  {
    _id: 'd1',
    arrivesAt: `${FIRST}T05:30:00+08:00`,
    decision: { measure: 'homeObservation', days: 14, testDays: [1, 7, 14] },
  } as unknown as Parameters<typeof newObservation>[0],
  SHIPPED_COVID19,
  { now: chinaTime(`${FIRST}T05:30:00+08:00`) },
);
const test_ = (day: number, result: 'negative' | 'positive' | 'waiting') => ({
  day,
  date: `2026-11-${String(day).padStart(2, '0')}`,
  done: { date: FIRST, place: '', result, by: 'o', at: OVER },
});
const complete: ObservationDocument = {
  ...started,
  slots: Object.fromEntries(expectedSlots(started).map((slot) => [slot, reported(slot, '王芳')])),
  tests: [1, 7, 14].map((day) => test_(day, 'negative')),
};
const wordsOf = (changes: Partial<ObservationDocument>, { at = OVER, openAlerts = 0 } = {}) =>
  obstaclesTo({ observation: { ...complete, ...changes }, openAlerts, now: Date.parse(at) }).map(
    ({ words }) => words,
  );
const withSlots = (slots: ObservationDocument['slots']) => ({ slots: { ...complete.slots, ...slots } });
const without = (...keys: string[]) => ({
  slots: Object.fromEntries(Object.entries(complete.slots).filter(([key]) => !keys.includes(key))),
});

test('fourteen full days, every test negative, nothing open: nothing stands in the way', () => {
  expect(Object.keys(complete.slots)).toHaveLength(28);
  expect(wordsOf({})).toEqual([]);
  expect(wordsOf({ status: 'releasing' })).toEqual([]);
});

test('central quarantine has no readings and no tests here; the days hold it all the same', () => {
  const elsewhere = newObservation(
    {
      _id: 'd2',
      arrivesAt: `${FIRST}T05:30:00+08:00`,
      decision: { measure: 'centralQuarantine', days: 14, testDays: [1, 7, 14] },
    } as unknown as Parameters<typeof newObservation>[0],
    SHIPPED_COVID19,
    { now: chinaTime(`${FIRST}T05:30:00+08:00`) },
  );
  expect(expectedSlots(elsewhere)).toEqual([]);
  expect(elsewhere).toMatchObject({ tests: [], nextSlot: null, wakesAt: null, lastDate: '2026-11-14' });
  expect(wordsOf(elsewhere)).toEqual([]);
  expect(wordsOf(elsewhere, { at: '2026-11-14T12:00:00+08:00' })).toEqual([
    '还没到期：11月14日过完才满，还有 1 天',
  ]);
});

test.each([
  ['on the last evening', '2026-11-14T23:59:59+08:00', ['还没到期：11月14日过完才满，还有 1 天']],
  [
    'at midnight sharp, by a clock that may be ahead',
    '2026-11-15T00:00:00+08:00',
    ['还没到期：11月14日过完才满，还有 1 天'],
  ],
  ['four minutes after', '2026-11-15T00:04:59+08:00', ['还没到期：11月14日过完才满，还有 1 天']],
  ['once every clock has passed midnight', '2026-11-15T00:05:00+08:00', []],
  ['as the same moment says it in UTC', '2026-11-14T16:05:00Z', []],
  [
    'in the middle',
    '2026-11-08T12:00:00+08:00',
    ['服务器的时间不对，请过一会儿再试', '还没到期：11月14日过完才满，还有 7 天'],
  ],
  ['weeks later', '2026-12-24T12:00:00+08:00', []],
])('the days: %s', (_, at, words) => {
  expect(wordsOf({}, { at })).toEqual(words);
});

test('an extension moves the last day, and with it the release', () => {
  const extended = { lastDate: '2026-11-16', days: 16 };
  expect(wordsOf(extended)).toEqual([
    '还没到期：11月16日过完才满，还有 2 天',
    '11月15日 早上、11月15日 晚上、11月16日 早上、11月16日 晚上的体温没有记录',
  ]);
});

test('a record that was made shorter than its days is not enough', () => {
  expect(wordsOf({ lastDate: '2026-11-10' })).toEqual(['天数不够：要 14 天，记录上只有 10 天']);
});

test.each<[string, Partial<ObservationDocument>, string[]]>([
  ['a slot that nobody ever wrote', without('2026-11-05-am'), ['11月5日 早上的体温没有记录']],
  ['a missed one', withSlots({ '2026-11-05-am': missed() }), ['11月5日 早上漏报，还没有写明原因']],
  [
    'a missed one that is explained',
    withSlots({ '2026-11-05-am': missed('手机没电，网格员敲门确认在家') }),
    [],
  ],
  [
    'several',
    withSlots({ '2026-11-05-am': missed(), '2026-11-06-pm': missed(), '2026-11-07-am': missed('住院') }),
    ['11月5日 早上、11月6日 晚上漏报，还没有写明原因'],
  ],
  [
    'more than one reads',
    withSlots(
      Object.fromEntries(
        expectedSlots(started)
          .slice(0, 9)
          .map((slot) => [slot, missed()]),
      ),
    ),
    [
      '11月1日 早上、11月1日 晚上、11月2日 早上、11月2日 晚上、11月3日 早上、11月3日 晚上等 9 次漏报，还没有写明原因',
    ],
  ],
  ['in hospital', withSlots({ '2026-11-05-am': { state: 'paused', reading: null, explanation: null } }), []],
  ['late', withSlots({ '2026-11-05-am': { ...reported('2026-11-05-am', '王芳'), state: 'late' } }), []],
  ['a record that expects nothing', { slotTimes: [] }, ['没有一次体温记录']],
])('slots: %s', (_, changes, words) => {
  expect(wordsOf(changes)).toEqual(words);
});

test('slots before the first that was expected are not missing', () => {
  expect(wordsOf({ ...without('2026-11-01-am'), firstSlot: '2026-11-01-pm' })).toEqual([]);
});

test.each<[string, ObservationDocument['tests'][number], string[]]>([
  ['not done', { day: 7, date: '2026-11-07', done: null }, ['第 7 天的核酸还没有做']],
  ['waiting', test_(7, 'waiting'), ['第 7 天的核酸结果没出']],
  ['positive', test_(7, 'positive'), ['第 7 天的核酸是阳性']],
])('a due test: %s', (_, one, words) => {
  expect(wordsOf({ tests: [test_(1, 'negative'), one, test_(14, 'negative')] })).toEqual(words);
});

test.each([
  ['counted with the observation', 1, 0, ['有 1 个异常还没有办结']],
  ['found open though the count says none', 0, 2, ['有 2 个异常还没有办结']],
  ['both', 2, 2, ['有 2 个异常还没有办结']],
])('an alert: %s', (_, counted, openAlerts, words) => {
  expect(wordsOf({ openAlerts: counted }, { openAlerts })).toEqual(words);
});

test.each<[string, Partial<ObservationDocument>, string[]]>([
  ['paused', { status: 'paused' }, ['居家隔离观察暂停着，恢复以后才能解除']],
  [
    'a pause without an end',
    { pauses: [{ from: FIRST, to: null, reason: '住院', by: 'o' }] },
    ['居家隔离观察暂停着，恢复以后才能解除'],
  ],
  ['released already', { status: 'released' }, ['这次居家隔离观察已经结束了']],
  ['ended by a stricter measure', { status: 'ended' }, ['这次居家隔离观察已经结束了']],
])('its state: %s', (_, changes, words) => {
  expect(wordsOf(changes)).toEqual(words);
});

test('a clock that is behind what was written down says nothing about the days', () => {
  expect(wordsOf({ startedAt: '2026-11-20T08:00:00+08:00' })).toEqual(['服务器的时间不对，请过一会儿再试']);
});

test('everything that is missing is said at once', () => {
  expect(
    wordsOf(
      { ...without('2026-11-03-pm'), tests: [{ day: 1, date: FIRST, done: null }], openAlerts: 1 },
      { at: '2026-11-14T23:00:00+08:00' },
    ),
  ).toHaveLength(4);
});
