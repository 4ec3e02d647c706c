import type { Record as ObservationRecord } from '../../../services/observation';
import { calendarDate, momentText } from '../../../shared/dates';
import { SEXES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';
import { isReadElsewhere, READ_ELSEWHERE } from '../../../shared/read-elsewhere';
import { temperatureText } from '../../../shared/temperature';
import {
  allSlots,
  courseText,
  dayRows,
  historyRows,
  linePoints,
  lineWords,
  responsibleRows,
  testRows,
} from '../record-view';
import { drawTemperatureLine } from './temperature-line';

type Tag = { text: string; tone: 'red' | 'amber' | 'green' | 'grey' };

const ENDS: Readonly<Record<string, Tag>> = {
  paused: { text: '暂停中', tone: 'amber' },
  releasing: { text: '正在办解除', tone: 'amber' },
  released: { text: '已解除', tone: 'green' },
  ended: { text: '已结束', tone: 'grey' },
};

/** A record as the page for people on duty shows it. */
export function recordPage(record: ObservationRecord, now: number) {
  const { counts, status, openAlerts, missedInRow } = record;
  const today = calendarDate(now);
  const isRunning = status === 'active' || status === 'paused';
  const end = ENDS[status];
  const daysLeft = Math.max(0, record.days - Math.max(0, record.day));
  const tags: Tag[] = [
    ...(openAlerts > 0 ? [{ text: '有异常没办结', tone: 'red' as const }] : []),
    ...(missedInRow > 0 ? [{ text: `连着 ${missedInRow} 次没报`, tone: 'red' as const }] : []),
    ...(end ? [end] : []),
  ];
  return {
    name: record.name,
    who: `${SEXES[record.sex]} · ${record.age} 岁 · ${record.papersMask}`,
    course: courseText(record),
    place: `${shortPlace(record.place)} ${record.address}`,
    reasons: record.decision.reasons,
    tags,
    canCall: record.phoneMask !== null,
    canReport:
      status === 'active' && allSlots(record).some(({ state }) => state === 'open' || state === 'overdue'),
    isActive: status === 'active',
    isPaused: status === 'paused',
    isRunning,
    numbers: [
      { label: '应报', value: counts.expected, tone: '' },
      { label: '按时', value: counts.reported, tone: '' },
      { label: '晚报', value: counts.late, tone: '' },
      { label: '代报', value: counts.proxied, tone: '' },
      { label: '没报', value: counts.missed, tone: counts.missed > 0 ? 'amber' : '' },
      { label: '没说明', value: counts.unexplained, tone: counts.unexplained > 0 ? 'red' : '' },
    ],
    /** Instead of readings, where somebody else takes them. */
    elsewhere: isReadElsewhere(record.decision.measure) ? READ_ELSEWHERE : '',
    line: drawTemperatureLine(linePoints(record), record.feverFrom),
    lineWords: lineWords(record),
    limit: `红色虚线是 ${temperatureText(record.feverFrom)}，到这里算发热`,
    rows: dayRows(record, today),
    rest: isRunning && daysLeft > 0 ? `还有 ${daysLeft} 天` : '',
    tests: testRows(record),
    responsible: responsibleRows(record),
    history: historyRows(record, now),
    spotChecks: record.spotChecks.map(
      ({ at, byName, temperature }) => `${momentText(at, now)} ${byName} ${temperatureText(temperature)}`,
    ),
  };
}

export type RecordPage = ReturnType<typeof recordPage>;

export const emptyRecord: RecordPage = {
  name: '',
  who: '',
  course: '',
  place: '',
  reasons: [],
  tags: [],
  canCall: false,
  canReport: false,
  isActive: false,
  isPaused: false,
  isRunning: false,
  numbers: [],
  elsewhere: '',
  line: '',
  lineWords: '',
  limit: '',
  rows: [],
  rest: '',
  tests: [],
  responsible: [],
  history: [],
  spotChecks: [],
};
