import { chinaTime, toCalendarDate, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type {
  ObservationDocument,
  Reading,
  SlotEnd,
} from '../../cloudfunctions/observation/observation.document';
import { expectedSlots, settled } from '../../cloudfunctions/observation/slot-record';
import { newObservation } from '../../cloudfunctions/observation/start-observation';
import type { HouseholdDocument, PersonRecord } from '../../cloudfunctions/registration/household.document';
import type {
  DeclarationDocument,
  ReturneeDocument,
} from '../../cloudfunctions/returns/declaration.document';
import type { Decision } from '../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED_COVID19 } from '../../cloudfunctions/rulebook/shipped';
import { addDays, dateOfSlot, halfOfSlot } from '../../miniprogram/shared/slots';
import { newRequestId } from './forms';
import type { Township } from './township';

type Where = Pick<Township, 'simulator' | 'documents'>;
type Options = {
  /** Whole days since the last one was over; 1 when that was yesterday. */
  overSince?: number;
  /** Whose: the head of the household, or another of its people. */
  person?: (people: readonly PersonRecord[]) => PersonRecord;
  /** What the test is about. */
  changes?: (observation: ObservationDocument) => Partial<ObservationDocument>;
};

const DAYS = 14;
const TEST_DAYS = [1, 7, 14];

/**
 * An observation at home whose fourteen days are over, every reading normal and every test negative, with its declaration, straight in the
 * database; made by the product's own builder. Answers the document.
 */
export function putFinishedObservation(
  where: Where,
  householdId: string,
  options: Options = {},
): ObservationDocument {
  const { observation, declaration, returnee } = finishedObservation(where, householdId, options);
  const { database } = where.simulator;
  database.insertMany('observations', [observation]);
  database.insertMany('declarations', [declaration]);
  if (!where.documents<{ _id: string }>('returnees').some(({ _id }) => _id === returnee._id))
    database.insertMany('returnees', [returnee]);
  return observation;
}

function finishedObservation(
  { simulator, documents }: Where,
  householdId: string,
  { overSince = 1, person = (people) => people[0]!, changes = () => ({}) }: Options,
): { observation: ObservationDocument; declaration: DeclarationDocument; returnee: ReturneeDocument } {
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const who = person([...file.people].sort((a) => (a.relation === 'head' ? -1 : 1)));
  const today = toCalendarDate(chinaTime(simulator.clock.now()));
  const firstDate = addDays(today, -overSince - DAYS + 1);
  const startedAt = `${firstDate}T05:30:00+08:00`;
  const declared = declarationOf(file, who, startedAt);
  const started = newObservation(declared, SHIPPED_COVID19, { now: chinaTime(startedAt) });
  const full = {
    ...started,
    slots: Object.fromEntries(expectedSlots(started).map((slot) => [slot, reported(slot, who.name)])),
    tests: started.tests.map((test) => ({
      ...test,
      done: {
        date: test.date,
        place: '镇卫生院',
        result: 'negative' as const,
        by: 'o-test-doctor',
        at: `${test.date}T16:00:00+08:00`,
      },
    })),
  };
  const observation = settled({ ...full, ...changes(full) });
  return {
    observation,
    declaration: { ...declared, observationId: observation._id },
    returnee: {
      _id: who.papersIndex,
      gridPath: file.gridPath,
      householdId,
      openDeclarationId: declared._id,
      openObservationId: observation._id,
    },
  };
}

/** A slot with a reading an hour after it opened. */
export function reported(slot: string, byName: string, more: Partial<Reading> = {}): SlotEnd {
  const hour = halfOfSlot(slot) === 'am' ? '07' : '17';
  const reading: Reading = {
    temperature: 36.5,
    symptoms: [],
    other: '',
    at: `${dateOfSlot(slot)}T${hour}:00:00+08:00`,
    by: 'o-test-family',
    byName,
    how: 'self',
    means: null,
    abnormal: false,
    requestId: newRequestId(),
    ...more,
  };
  return { state: 'reported', reading, explanation: null };
}

/** A slot that nobody reported. */
export const missed = (why?: string): SlotEnd => ({
  state: 'missed',
  reading: null,
  explanation:
    why === undefined
      ? null
      : { text: why, by: 'o-test-member', byName: '张丽', at: '2026-11-20T09:00:00+08:00' },
});

export const DECISION: Decision = {
  measure: 'homeObservation',
  days: DAYS,
  testDays: TEST_DAYS,
  afterNegativeTest: null,
  feverClinicFirst: false,
  rows: ['mediumTested'],
  reasons: ['过去 14 天去过成都市武侯区（中风险），7 天内有核酸阴性'],
  rulebook: { version: 0, title: '默认规则', source: '随程序附带的默认规则' },
  areas: [],
  decidedAt: '2026-11-01T08:00:00+08:00',
};

export function declarationOf(file: HouseholdDocument, who: PersonRecord, at: string): DeclarationDocument {
  const _id = `d-${newRequestId()}`;
  const stay = {
    where: { kind: 'division' as const, code: '510107' },
    from: '2026-10-01',
    to: at.slice(0, 10),
  };
  return {
    _id,
    arrivalId: `a-${_id}`,
    personKey: who.papersIndex,
    personId: who.personId,
    householdId: file._id,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    name: who.name,
    sex: who.sex,
    birthDate: who.birthDate,
    papersMask: who.papersMask,
    phone: who.phone,
    phoneMask: who.phoneMask,
    address: file.address,
    transport: { kind: 'train', number: 'G307', seat: '5车 12F', plate: null },
    stays: [stay],
    stayCodes: ['510107', '510100', '510000'],
    lastStayDate: stay.to,
    arrivesAt: at,
    health: { temperature: 36.4, symptoms: [], other: '', contact: 'none' },
    healthCode: 'green',
    test: null,
    photos: { healthCode: null, itinerary: null, test: null },
    signature: '',
    declaredBy: { openid: 'o-test-family', name: who.name, how: 'self' },
    status: 'checked',
    waitsFor: null,
    facts: {
      arrivalDate: at.slice(0, 10),
      stays: [stay],
      tests: [],
      contact: 'none',
      healthCode: 'green',
      temperature: 36.4,
      symptoms: [],
      homeCity: '5107',
    },
    decision: DECISION,
    checked: { by: 'o-test-member', byName: '张丽', at },
    cancelled: null,
    observationId: null,
    listEntryId: null,
    queueKey: `${toTimestamp(chinaTime(at))} ${_id}`,
    declaredAt: at,
    version: 1,
    changes: [],
  };
}
