import { MEASURES } from '../../miniprogram/shared/labels';
import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import { dayOfDate, slotText } from '../../miniprogram/shared/slot-words';
import { dayNumber } from '../../miniprogram/shared/slots';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import type { ObservationDocument } from '../observation/observation.document';
import { expectedSlots } from '../observation/slot-record';

/** One thing that stands in the way of a release, in words for whoever can clear it away. */
export type Obstacle = {
  kind: 'state' | 'clock' | 'days' | 'slots' | 'missed' | 'tests' | 'alerts' | 'paused';
  words: string;
};

/** Instances of a function don't agree on the second: one whose clock runs ahead must not let anybody out before midnight. */
const CLOCKS_DIFFER_BY_MINUTES = 5;

export type ReadinessFacts = {
  observation: ObservationDocument;
  /** Alerts of this person that nobody has closed, counted now. */
  openAlerts: number;
  /** Epoch milliseconds. */
  now: number;
};

/** What still stands in the way of a release; nothing means ready. Asked again at each of its three steps. */
export function obstaclesTo({ observation, openAlerts, now }: ReadinessFacts): Obstacle[] {
  return [
    ...stateObstacles(observation),
    ...clockObstacles(observation, now),
    ...dayObstacles(observation, now),
    ...slotObstacles(observation),
    ...testObstacles(observation),
    ...alertObstacles(observation, openAlerts),
  ];
}

const STILL_OPEN: readonly ObservationDocument['status'][] = ['active', 'releasing'];

function stateObstacles({ status, measure, pauses }: ObservationDocument): Obstacle[] {
  if (status === 'paused' || pauses.some(({ to }) => to === null))
    return [{ kind: 'paused', words: `${MEASURES[measure]}暂停着，恢复以后才能解除` }];
  if (!STILL_OPEN.includes(status)) return [{ kind: 'state', words: `这次${MEASURES[measure]}已经结束了` }];
  return [];
}

/** What was written down can't have happened later than now: then this instance's clock is wrong, and so is its count of days. */
function clockObstacles({ startedAt, slots }: ObservationDocument, now: number): Obstacle[] {
  const latest = Object.values(slots).reduce(
    (so, { reading }) => (reading !== null && reading.at > so ? reading.at : so),
    startedAt,
  );
  const isBehind = chinaTime(latest).valueOf() > now + CLOCKS_DIFFER_BY_MINUTES * 60_000;
  return isBehind ? [{ kind: 'clock', words: '服务器的时间不对，请过一会儿再试' }] : [];
}

function dayObstacles({ firstDate, lastDate, days }: ObservationDocument, now: number): Obstacle[] {
  const sure = toCalendarDate(chinaTime(now - CLOCKS_DIFFER_BY_MINUTES * 60_000));
  if (sure <= lastDate) {
    const left = dayNumber(sure, lastDate);
    return [{ kind: 'days', words: `还没到期：${dayOfDate(lastDate)}过完才满，还有 ${left} 天` }];
  }
  const counted = dayNumber(firstDate, lastDate);
  return counted < days ? [{ kind: 'days', words: `天数不够：要 ${days} 天，记录上只有 ${counted} 天` }] : [];
}

function slotObstacles(observation: ObservationDocument): Obstacle[] {
  const { slots, measure } = observation;
  if (isReadElsewhere(measure)) return [];
  const expected = expectedSlots(observation);
  const unwritten = expected.filter((slot) => slots[slot] === undefined);
  const unexplained = expected.filter(
    (slot) => slots[slot]?.state === 'missed' && slots[slot].explanation === null,
  );
  if (expected.length === 0) return [{ kind: 'slots', words: '没有一次体温记录' }];
  return [
    ...(unwritten.length > 0
      ? [{ kind: 'slots' as const, words: `${slotList(unwritten)}的体温没有记录` }]
      : []),
    ...(unexplained.length > 0
      ? [{ kind: 'missed' as const, words: `${slotList(unexplained)}漏报，还没有写明原因` }]
      : []),
  ];
}

const testObstacles = ({ tests }: ObservationDocument): Obstacle[] =>
  tests.flatMap(({ day, done }): Obstacle[] => {
    if (done?.result === 'negative') return [];
    const which = `第 ${day} 天的核酸`;
    if (done === null) return [{ kind: 'tests', words: `${which}还没有做` }];
    return [{ kind: 'tests', words: done.result === 'waiting' ? `${which}结果没出` : `${which}是阳性` }];
  });

/** The observation's own count and the alerts themselves: either is enough to hold it. */
function alertObstacles(observation: ObservationDocument, openAlerts: number): Obstacle[] {
  const open = Math.max(observation.openAlerts, openAlerts);
  return open > 0 ? [{ kind: 'alerts', words: `有 ${open} 个异常还没有办结` }] : [];
}

/** More than this nobody reads one by one. */
const MOST_NAMED = 6;

function slotList(slots: readonly string[]): string {
  const named = slots.slice(0, MOST_NAMED).map(slotText).join('、');
  return slots.length > MOST_NAMED ? `${named}等 ${slots.length} 次` : named;
}
