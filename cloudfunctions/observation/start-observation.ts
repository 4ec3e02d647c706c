import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import { addDays, firstSlotFrom } from '../../miniprogram/shared/slots';
import { adoptArrivalAlert } from '../alerts/raise-alert';
import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import type { Transaction } from '../kernel/transaction';
import type { DeclarationDocument } from '../returns/declaration.document';
import type { Rulebook } from '../rulebook/rulebook.document';
import { type ObservationDocument, OBSERVATIONS } from './observation.document';
import { settled } from './slot-record';

/**
 * Starts the measure that a declaration's decision calls for, from the day of arrival; null when the measure has no days. Writes the
 * observation only: the declaration and its returnee are the caller's, who writes this `_id` into both.
 */
export async function startObservation(
  transaction: Transaction,
  context: Pick<Context, 'now'>,
  declaration: DeclarationDocument,
  rulebook: Pick<Rulebook, 'profile' | 'schedule'>,
): Promise<ObservationDocument | null> {
  if (declaration.decision.days === 0) return null;
  const begun = newObservation(declaration, rulebook, context);
  const openAlerts = await adoptArrivalAlert(transaction, declaration._id, begun._id);
  const observation = settled({ ...begun, openAlerts });
  await transaction.add(OBSERVATIONS, observation);
  return observation;
}

export const observationIdOf = (declarationId: string, n: number): string => `${declarationId}:${n}`;

/** The first observation of a declaration. Slots that closed before now are not expected. */
export function newObservation(
  declaration: DeclarationDocument,
  { profile, schedule }: Pick<Rulebook, 'profile' | 'schedule'>,
  { now }: Pick<Context, 'now'>,
): ObservationDocument {
  const { decision } = declaration;
  const arrival = toCalendarDate(chinaTime(declaration.arrivesAt));
  const firstDate = addDays(arrival, schedule.firstDayAfterArrival);
  return settled({
    _id: observationIdOf(declaration._id, 1),
    declarationId: declaration._id,
    personKey: declaration.personKey,
    personId: declaration.personId,
    householdId: declaration.householdId,
    gridId: declaration.gridId,
    gridPath: declaration.gridPath,
    pathNames: declaration.pathNames,
    name: declaration.name,
    sex: declaration.sex,
    birthDate: declaration.birthDate,
    papersMask: declaration.papersMask,
    phoneMask: declaration.phoneMask,
    phone: declaration.phone,
    address: declaration.address,
    measure: decision.measure,
    decision,
    slotTimes: schedule.slots,
    feverFrom: profile.feverFrom,
    reportWithinMinutes: profile.reportWithinMinutes,
    climbAfterMinutes: profile.climbAfterMinutes,
    symptoms: profile.symptoms,
    escalateAfterMissed: schedule.escalateAfterMissed,
    firstDate,
    lastDate: addDays(firstDate, decision.days - 1),
    days: decision.days,
    firstSlot: firstSlotFrom(schedule.slots, firstDate, now.valueOf()),
    slots: {},
    nextSlot: null,
    missedInRow: 0,
    escalated: null,
    chase: null,
    nextOpensAt: null,
    wakesAt: null,
    spotChecks: [],
    openAlerts: 0,
    urgencyKey: '',
    tests: isReadElsewhere(decision.measure)
      ? []
      : decision.testDays.map((day) => ({ day, date: addDays(firstDate, day - 1), done: null })),
    responsible: [],
    status: 'active',
    replacedBy: null,
    pauses: [],
    extensions: [],
    moves: [],
    startedAt: toTimestamp(now),
    version: 1,
    changes: [],
  });
}
