import type { ObservedPerson, SlotView } from '../../../../cloudfunctions/contracts/observed';
import type { Mine, Record as ObservationRecord } from '../../../services/observation';
import type { KeptReading, Report } from '../../../services/unsent-readings';
import { calendarDate, timeText } from '../../../shared/dates';
import { isReadElsewhere } from '../../../shared/read-elsewhere';
import { halfText, slotText, slotWhen } from '../../../shared/slot-words';
import { temperatureText } from '../../../shared/temperature';

/** Somebody whose temperature is taken on the page, in one slot or beside them all. */
export type Sitter = {
  key: string;
  name: string;
  action: Report['action'];
  observationId: string;
  personId: string;
  /** Empty where it belongs to no slot. */
  slot: string;
  feverFrom: number;
  symptoms: string[];
  /** toReport 没报 · kept 存在手机里 · reported 已报 · resting 现在不用报 */
  state: 'toReport' | 'kept' | 'reported' | 'resting';
  /** 36.7℃ */
  figure: string;
  abnormal: boolean;
  /** 17:08 陈芳报的 */
  told: string;
  /** Under the name, when somebody else's turn it is. */
  note: string;
  /** 明天早上，6:00 到 10:00; empty when nothing follows. */
  next: string;
  /** The time for it is over, but it can still be reported: 20:00. */
  overdueSince: string;
};

const DAY = 24 * 3_600_000;

/** Everybody of my household under observation, in the slot that is open now. */
export const sittersOf = (mine: Mine, now: number): Sitter[] =>
  mine.observed
    .filter(
      ({ measure, status }) => !isReadElsewhere(measure) && (status === 'active' || status === 'paused'),
    )
    .map((person) => slotSitter(person, 'report', now));

/** Everybody of my household, to tell how somebody feels: who is observed and due reports in the slot, everybody else beside it. */
export function anybodyOf(mine: Mine, now: number): Sitter[] {
  const observed = sittersOf(mine, now);
  return mine.people.map(({ personId, name }) => {
    const due = observed.find((sitter) => sitter.personId === personId && sitter.state === 'toReport');
    return (
      due ?? {
        ...blank(personId, name),
        action: 'selfReport' as const,
        feverFrom: mine.asks.feverFrom,
        symptoms: mine.asks.symptoms,
        note: '没报',
      }
    );
  });
}

/** The one person for whom somebody on duty reports. */
export function proxySitter(record: ObservationRecord, now: number): Sitter {
  const slots = record.record.flatMap(({ am, pm }) => [am, pm]).filter((slot) => slot !== null);
  return slotSitter(
    {
      ...record,
      current: slots.find((slot) => isOpen(slot, now)) ?? null,
      next: slots.find(({ opensAt }) => Date.parse(opensAt) > now) ?? null,
      today: [],
    },
    'reportFor',
    now,
  );
}

/** The one person whom the doctor measures again, beside the slots. */
export const spotSitter = ({
  name,
  personId,
  observationId,
  feverFrom,
  symptoms,
}: ObservationRecord): Sitter => ({
  ...blank(personId, name),
  action: 'spotCheck',
  observationId,
  feverFrom,
  symptoms,
});

/** What waits on this phone counts as done: nobody is asked twice. */
export const withKept = (sitters: readonly Sitter[], kept: readonly KeptReading[]): Sitter[] =>
  sitters.map((sitter) => {
    const found = kept.find((reading) => reading.problem === '' && isOf(reading, sitter));
    if (!found || sitter.state !== 'toReport') return sitter;
    const figure = temperatureText(found.form.temperature);
    return { ...sitter, state: 'kept', figure, told: '已存在这部手机，有网时自动报', note: '存在手机里' };
  });

/** The next who has not reported, looking on from somebody; -1 when all have. */
export function nextToReport(sitters: readonly Sitter[], from: number): number {
  const order = sitters.map((_, step) => (from + 1 + step) % sitters.length);
  return order.find((index) => sitters[index]?.state === 'toReport') ?? -1;
}

/** What is said when nobody is left to report: how it stands, and when the next one is. */
export function summaryOf(sitters: readonly Sitter[]): {
  title: string;
  tone: string;
  sign: string;
  next: string;
} {
  const next = sitters.find((sitter) => sitter.next !== '')?.next ?? '';
  if (sitters.some(({ state }) => state === 'kept'))
    return { title: '都填好了，等有网自动报', tone: 'amber', sign: 'offline', next };
  if (sitters.some(({ state }) => state === 'reported'))
    return { title: '这一次都报好了', tone: 'green', sign: 'checkCircle', next };
  return { title: '现在不用报', tone: 'brand', sign: 'clock', next };
}

const isOf = ({ action, form }: KeptReading, sitter: Sitter): boolean =>
  (action === 'report' || action === 'reportFor') &&
  form.observationId === sitter.observationId &&
  form.slot === sitter.slot;

const blank = (personId: string, name: string): Sitter => ({
  key: personId,
  name,
  action: 'report',
  observationId: '',
  personId,
  slot: '',
  feverFrom: 0,
  symptoms: [],
  state: 'toReport',
  figure: '',
  abnormal: false,
  told: '',
  note: '',
  next: '',
  overdueSince: '',
});

type InSlots = Pick<
  ObservedPerson,
  'observationId' | 'personId' | 'name' | 'status' | 'feverFrom' | 'symptoms' | 'current' | 'next' | 'today'
>;

function slotSitter(person: InSlots, action: 'report' | 'reportFor', now: number): Sitter {
  const { observationId, personId, name, feverFrom, symptoms, status } = person;
  const sitter = { ...blank(personId, name), action, observationId, feverFrom, symptoms };
  const current = currentOf(person, now);
  const next = nextText(person.next, now);
  if (status === 'paused') return { ...sitter, state: 'resting', note: '暂停中', next: '' };
  if (!current) return { ...sitter, state: 'resting', note: '还不用报', next };
  const { slot, reading } = current;
  if (reading)
    return {
      ...sitter,
      slot,
      state: 'reported',
      figure: temperatureText(reading.temperature),
      abnormal: reading.abnormal,
      told: `${timeText(reading.at)} ${reading.byName}报的`,
      note: '已报',
      next,
    };
  const isOver = Date.parse(current.dueAt) <= now;
  return {
    ...sitter,
    slot,
    note: `${halfText(slot)}没报`,
    next,
    overdueSince: isOver ? timeText(current.dueAt) : '',
  };
}

const isOpen = ({ opensAt, closesAt, state }: SlotView, now: number): boolean =>
  Date.parse(opensAt) <= now && now < Date.parse(closesAt) && state !== 'missed' && state !== 'paused';

/**
 * The slot that is open now. What the phone remembers of another day tells only the hours, so its slots are moved to today: their
 * readings were that day's.
 */
function currentOf({ current, next, today }: InSlots, now: number): SlotView | null {
  const known = [current, ...today, next].filter((slot) => slot !== null);
  const open = known.find((slot) => isOpen(slot, now));
  if (open) return open;
  return (
    known.map((slot) => movedToToday(slot, now)).find((slot) => slot !== null && isOpen(slot, now)) ?? null
  );
}

function movedToToday(slot: SlotView, now: number): SlotView | null {
  const date = calendarDate(now);
  const days = Math.round((Date.parse(date) - Date.parse(slot.date)) / DAY);
  if (days <= 0) return null;
  const later = (moment: string) => new Date(Date.parse(moment) + days * DAY).toISOString();
  return {
    ...slot,
    slot: `${date}-${slot.half}`,
    date,
    state: 'open',
    opensAt: later(slot.opensAt),
    dueAt: later(slot.dueAt),
    closesAt: later(slot.closesAt),
    reading: null,
    explanation: null,
  };
}

const nextText = (next: SlotView | null, now: number): string =>
  next === null
    ? ''
    : `${slotWhen(next.slot, calendarDate(now))}，${timeText(next.opensAt)} 到 ${timeText(next.dueAt)}`;

/** 3月12日 晚上; for what belongs to no slot, today's date. */
export const whenText = ({ slot }: Pick<Sitter, 'slot'>, now: number): string =>
  slot === '' ? (slotText(calendarDate(now)).split(' ')[0] ?? '') : slotText(slot);
