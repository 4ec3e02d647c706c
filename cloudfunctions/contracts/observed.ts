import * as z from 'zod';
import { GridId } from './grid';
import { DecisionView, Half, Measure, NucleicAcidTest, SlotKey, Symptom } from './health';
import { CalendarDate } from './person';

const Moment = z.iso.datetime({ offset: true });

export const ReadingView = z.object({
  temperature: z.number(),
  symptoms: z.array(Symptom),
  other: z.string(),
  at: Moment,
  /** When it arrived, of one that waited on a phone without a network. */
  receivedAt: Moment.optional(),
  byName: z.string(),
  how: z.enum(['self', 'household', 'gridMember', 'villageDoctor']),
  means: z.enum(['visit', 'phone']).nullable(),
  abnormal: z.boolean(),
});
export type ReadingView = z.infer<typeof ReadingView>;

/** ahead 还没到, open 可以报, overdue 该报了还没报; the others are how a slot ended. */
export const SlotState = z.enum([
  'ahead',
  'open',
  'overdue',
  'reported',
  'late',
  'proxied',
  'missed',
  'paused',
]);
export type SlotState = z.infer<typeof SlotState>;

export const SlotView = z.object({
  slot: SlotKey,
  date: CalendarDate,
  half: Half,
  state: SlotState,
  opensAt: Moment,
  dueAt: Moment,
  closesAt: Moment,
  reading: ReadingView.nullable(),
  /** Why a missed one is a gap that nothing hides behind. */
  explanation: z.object({ text: z.string(), byName: z.string(), at: Moment }).nullable(),
});
export type SlotView = z.infer<typeof SlotView>;

export const TestView = z.object({
  day: z.number().int(),
  date: CalendarDate,
  /** ahead 还没到, due 该做了, waiting 结果没出, done 做完了 */
  state: z.enum(['ahead', 'due', 'waiting', 'done']),
  done: NucleicAcidTest.extend({ place: z.string() }).nullable(),
});

export const ResponsibleRole = z.enum(
  ['townCadre', 'villageCadre', 'gridMember', 'villageDoctor', 'police', 'volunteer'],
  '请选择是谁',
);

export const ObservationStatus = z.enum(['active', 'paused', 'releasing', 'released', 'ended']);

/** A person under observation, as the pages for readings need them: today's slots, what can be reported now, what is asked. */
export const ObservedPerson = z.object({
  observationId: z.string(),
  personId: z.string(),
  householdId: z.string(),
  name: z.string(),
  /** My own phone holds this person. */
  isMe: z.boolean(),
  measure: Measure,
  status: ObservationStatus,
  /** Day n of `days`; 0 before it starts, more than `days` once it is over. */
  day: z.number().int(),
  days: z.number().int(),
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  feverFrom: z.number(),
  symptoms: z.array(Symptom),
  /** The slot that can be reported at this moment, done or not; null when none is open. */
  current: SlotView.nullable(),
  /** The next one that is still to be reported after `current`; null at the end. */
  next: SlotView.nullable(),
  /** Today's expected slots. */
  today: z.array(SlotView),
  /** The latest readings, newest first, six at most. */
  lastReadings: z.array(ReadingView.extend({ slot: SlotKey })),
  missedInRow: z.number().int(),
  openAlerts: z.number().int(),
  tests: z.array(TestView),
});
export type ObservedPerson = z.infer<typeof ObservedPerson>;

/** How urgent a row of today's list is, most urgent first. */
export const Urgency = z.enum(['alert', 'escalated', 'missed', 'overdue', 'due', 'testDue', 'done']);

export const TodayRow = z.object({
  observationId: z.string(),
  personId: z.string(),
  householdId: z.string(),
  name: z.string(),
  place: z.string(),
  measure: Measure,
  day: z.number().int(),
  days: z.number().int(),
  urgency: Urgency,
  /** What is to be reported now or next; null when all is in. */
  nextSlot: SlotView.nullable(),
  /** The slot that is open now, with what was reported. */
  current: SlotView.nullable(),
  missedInRow: z.number().int(),
  openAlerts: z.number().int(),
  /** Asked for already: by a message to the family's phone, or only by standing here. */
  chased: z.object({ slot: SlotKey, at: Moment, by: z.enum(['message', 'list']) }).nullable(),
  testDue: z.boolean(),
  /** Null: nobody to call. `openPhone` dials without showing it. */
  phoneMask: z.string().nullable(),
});
export type TodayRow = z.infer<typeof TodayRow>;

/** One person's whole slot record, for the office, for a release, for the family. */
export const ObservationRecord = z.object({
  observationId: z.string(),
  declarationId: z.string(),
  householdId: z.string(),
  personId: z.string(),
  name: z.string(),
  sex: z.enum(['female', 'male']),
  age: z.number().int(),
  papersMask: z.string(),
  phoneMask: z.string().nullable(),
  gridId: GridId,
  place: z.string(),
  address: z.string(),
  status: ObservationStatus,
  decision: DecisionView,
  feverFrom: z.number(),
  symptoms: z.array(Symptom),
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  day: z.number().int(),
  days: z.number().int(),
  /** One row a day; a half that is not expected is null. */
  record: z.array(
    z.object({
      date: CalendarDate,
      day: z.number().int(),
      am: SlotView.nullable(),
      pm: SlotView.nullable(),
    }),
  ),
  counts: z.object({
    expected: z.number().int(),
    reported: z.number().int(),
    late: z.number().int(),
    proxied: z.number().int(),
    missed: z.number().int(),
    paused: z.number().int(),
    /** Missed and not explained yet: what a release waits for. */
    unexplained: z.number().int(),
  }),
  spotChecks: z.array(ReadingView),
  tests: z.array(TestView),
  missedInRow: z.number().int(),
  openAlerts: z.number().int(),
  responsible: z.array(z.object({ role: ResponsibleRole, name: z.string() })),
  pauses: z.array(z.object({ from: Moment, to: Moment.nullable(), reason: z.string() })),
  extensions: z.array(z.object({ days: z.number().int(), reason: z.string(), at: Moment })),
  moves: z.array(z.object({ fromPlace: z.string(), at: Moment, reason: z.string() })),
});
export type ObservationRecord = z.infer<typeof ObservationRecord>;

/** 居家隔离观察告知书, to be printed and put on the door. */
export const DoorNotice = z.object({
  name: z.string(),
  place: z.string(),
  address: z.string(),
  decision: DecisionView,
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  days: z.number().int(),
  slots: z.array(z.object({ half: Half, opens: z.string(), due: z.string(), closes: z.string() })),
  feverFrom: z.number(),
  testDates: z.array(CalendarDate),
  responsible: z.array(z.object({ role: ResponsibleRole, name: z.string() })),
  /** Work numbers of the nearest grid member and doctor: they hang on the village's board anyway. */
  contacts: z.array(
    z.object({ role: z.enum(['gridMember', 'villageDoctor']), name: z.string(), phone: z.string() }),
  ),
  issuedAt: Moment,
});
export type DoorNotice = z.infer<typeof DoorNotice>;
