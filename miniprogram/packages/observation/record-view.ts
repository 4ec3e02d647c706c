import type { ObservationRecord, SlotView } from '../../../cloudfunctions/contracts/observed';
import { momentText, timeText } from '../../shared/dates';
import { MEASURES, SYMPTOM_TERMS, SYMPTOMS, TEST_RESULTS } from '../../shared/labels';
import { shortPlace } from '../../shared/places';
import { dayOfDate } from '../../shared/slot-words';
import { temperatureText } from '../../shared/temperature';

/** One half of a day as the table shows it. */
export type SlotCell = {
  slot: string;
  /** 36.5℃, 没报, 待报, 暂停; empty where nothing is expected, or yet. */
  text: string;
  /** 晚报, 代报, 异常, 已说明 */
  note: string;
  tone: 'ink' | 'red' | 'amber' | 'brand' | 'grey';
};
export type DayRow = { date: string; day: string; am: SlotCell; pm: SlotCell };

const NOTHING: SlotCell = { slot: '', text: '', note: '', tone: 'grey' };

export function slotCell(view: SlotView | null): SlotCell {
  if (view === null || view.state === 'ahead') return NOTHING;
  const { slot, state, reading, explanation } = view;
  if (reading) {
    const how = { late: '晚报', proxied: '代报' }[state as string] ?? '';
    const note = [reading.abnormal ? '异常' : '', how].filter((part) => part !== '').join('、');
    return {
      slot,
      text: temperatureText(reading.temperature),
      note,
      tone: reading.abnormal ? 'red' : 'ink',
    };
  }
  if (state === 'paused') return { slot, text: '暂停', note: '', tone: 'grey' };
  if (state === 'missed')
    return explanation
      ? { slot, text: '没报', note: '已说明', tone: 'amber' }
      : { slot, text: '没报', note: '要说明', tone: 'red' };
  return { slot, text: '待报', note: '', tone: state === 'overdue' ? 'amber' : 'brand' };
}

/** The days up to today, oldest first. */
export const dayRows = (record: ObservationRecord, today: string): DayRow[] =>
  record.record
    .filter(({ date }) => date <= today)
    .map(({ date, day, am, pm }) => ({
      date: dayOfDate(date),
      day: `第 ${day} 天`,
      am: slotCell(am),
      pm: slotCell(pm),
    }));

export const allSlots = ({ record }: ObservationRecord): SlotView[] =>
  record.flatMap(({ am, pm }) => [am, pm]).filter((slot) => slot !== null);

const MEANS = { visit: '，上门量的', phone: '，电话里说的' } as const;

/** What is known of one slot, in words: who reported, when, how they felt; or why it was missed. */
export function slotDetails(view: SlotView, now: number, plain: boolean): string {
  const { reading, explanation, state } = view;
  if (reading) {
    const labels = plain ? SYMPTOMS : SYMPTOM_TERMS;
    const told = reading.symptoms.map((symptom) => (symptom === 'other' ? reading.other : labels[symptom]));
    const means = reading.means === null ? '' : MEANS[reading.means];
    return [
      `${temperatureText(reading.temperature)}，${told.length > 0 ? told.join('、') : '没有不舒服'}`,
      `${momentText(reading.at, now)} ${reading.byName}报的${means}${state === 'late' ? '，过了时间' : ''}`,
      ...(reading.receivedAt === undefined
        ? []
        : [`当时手机没有网，${momentText(reading.receivedAt, now)} 才收到`]),
    ].join('\n');
  }
  if (explanation) return `没有报。${explanation.byName}说明：${explanation.text}`;
  if (state === 'missed') return '没有报，还没说明原因';
  if (state === 'paused') return '暂停期间，不用报';
  return `还没报，${timeText(view.dueAt)} 前要报`;
}

/** The reported and missed slots as points of the line, oldest first. */
export const linePoints = (record: ObservationRecord): { temperature: number | null }[] =>
  allSlots(record)
    .filter(({ state }) => !['ahead', 'open', 'overdue'].includes(state))
    .map(({ reading }) => ({ temperature: reading?.temperature ?? null }));

/** 最近 36.7℃，最高 37.1℃ */
export function lineWords(record: ObservationRecord): string {
  const known = allSlots(record).flatMap(({ reading }) => (reading ? [reading.temperature] : []));
  const last = known[known.length - 1];
  return last === undefined
    ? '还没有体温'
    : `最近 ${temperatureText(last)}，最高 ${temperatureText(Math.max(...known))}`;
}

export type TestRow = { day: number; title: string; note: string; tone: string; canRecord: boolean };

export const testRows = ({ tests }: Pick<ObservationRecord, 'tests'>): TestRow[] =>
  tests.map(({ day, date, state, done }) => ({
    day,
    title: `第 ${day} 天，${dayOfDate(date)}`,
    note:
      state === 'ahead'
        ? '还没到'
        : done === null
          ? '该做了，还没做'
          : `${dayOfDate(done.date)} 做的，${TEST_RESULTS[done.result]}${done.place === '' ? '' : `（${done.place}）`}`,
    tone:
      done?.result === 'positive'
        ? 'red'
        : state === 'done'
          ? 'green'
          : state === 'due' || state === 'waiting'
            ? 'amber'
            : 'grey',
    canRecord: state === 'due' || state === 'waiting',
  }));

export const RESPONSIBLE_ROLES = {
  townCadre: '镇干部',
  villageCadre: '村干部',
  gridMember: '网格员',
  villageDoctor: '村医',
  police: '民警',
  volunteer: '志愿者',
} as const;

export const responsibleRows = ({ responsible }: Pick<ObservationRecord, 'responsible'>) =>
  responsible.map(({ role, name }) => ({ role: RESPONSIBLE_ROLES[role], name }));

/** Pauses, extensions and moves, in the order in which they came about. */
export const historyRows = (record: ObservationRecord, now: number): string[] =>
  [
    ...record.pauses.map(({ from, to, reason }) => ({
      at: from,
      text: `${momentText(from, now)} 暂停${to === null ? '' : `，${momentText(to, now)} 恢复`}：${reason}`,
    })),
    ...record.extensions.map(({ days, reason, at }) => ({
      at,
      text: `${momentText(at, now)} 延长 ${days} 天：${reason}`,
    })),
    ...record.moves.map(({ fromPlace, reason, at }) => ({
      at,
      text: `${momentText(at, now)} 从 ${shortPlace(fromPlace)} 搬来：${reason}`,
    })),
  ]
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ text }) => text);

/** 居家隔离观察，第 5 天，共 14 天（11月18日 到 12月1日） */
export const courseText = ({
  decision,
  day,
  days,
  firstDate,
  lastDate,
  status,
}: ObservationRecord): string => {
  const dates = `${dayOfDate(firstDate)} 到 ${dayOfDate(lastDate)}`;
  const count =
    status === 'released' || status === 'ended' || day > days
      ? `共 ${days} 天`
      : day < 1
        ? `还没开始，共 ${days} 天`
        : `第 ${day} 天，共 ${days} 天`;
  return `${MEASURES[decision.measure]}，${count}（${dates}）`;
};
