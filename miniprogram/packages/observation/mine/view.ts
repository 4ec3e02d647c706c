import type { Record as ObservationRecord } from '../../../services/observation';
import { calendarDate } from '../../../shared/dates';
import { MEASURES } from '../../../shared/labels';
import { isReadElsewhere, READ_ELSEWHERE } from '../../../shared/read-elsewhere';
import { dayOfDate } from '../../../shared/slot-words';
import { allSlots, dayRows, linePoints, lineWords, responsibleRows, testRows } from '../record-view';
import { drawTemperatureLine } from '../record/temperature-line';
import { rulesOf } from '../rules-of-measure';

/** A record as the family reads it, in plain words. */
export function minePage(record: ObservationRecord, now: number) {
  const { decision, day, days, status } = record;
  const reached = Math.min(Math.max(day, 0), days);
  return {
    name: record.name,
    measure: MEASURES[decision.measure] as string,
    reached,
    days,
    /** One square a day: gone, today, to come. */
    squares: Array.from({ length: days }, (_, i) => ({
      day: i + 1,
      state: i + 1 < reached ? 'gone' : i + 1 === reached ? 'here' : 'ahead',
    })),
    end: endText(record, day > days),
    canReport:
      status === 'active' && allSlots(record).some(({ state }) => state === 'open' || state === 'overdue'),
    reasons: decision.reasons,
    rules: status === 'active' ? rulesOf(decision.measure, record.feverFrom) : [],
    tests: testRows(record),
    responsible: responsibleRows(record),
    /** Instead of readings, where somebody else takes them. */
    elsewhere: isReadElsewhere(record.decision.measure) ? READ_ELSEWHERE : '',
    line: drawTemperatureLine(linePoints(record), record.feverFrom),
    lineWords: lineWords(record),
    rows: dayRows(record, calendarDate(now)),
    unexplained: record.counts.unexplained,
  };
}

function endText({ status, lastDate, decision }: ObservationRecord, isOver: boolean): string {
  if (status === 'released') return '已经解除了';
  if (status === 'ended') return '已经结束了';
  if (status === 'releasing') return '天数满了，正在办解除，办好会告诉您';
  if (status === 'paused') return '现在暂停，不用报体温';
  return isOver
    ? '天数满了，等村里办解除。办好以前请照旧'
    : isReadElsewhere(decision.measure)
      ? `最后一天是 ${dayOfDate(lastDate)}。在集中隔离点住满了，就可以办解除`
      : `最后一天是 ${dayOfDate(lastDate)}。体温报齐、核酸做完、没有异常，就可以办解除`;
}

export type MinePage = ReturnType<typeof minePage>;

export const emptyMine: MinePage = {
  name: '',
  measure: '',
  reached: 0,
  days: 0,
  squares: [],
  end: '',
  canReport: false,
  reasons: [],
  rules: [],
  tests: [],
  responsible: [],
  elsewhere: '',
  line: '',
  lineWords: '',
  rows: [],
  unexplained: 0,
};
