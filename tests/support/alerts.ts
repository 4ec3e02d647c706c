import type { AlertDocument } from '../../cloudfunctions/alerts/alert.document';
import { alertOrder } from '../../cloudfunctions/alerts/urgency';
import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { newRequestId } from './forms';
import type { Township } from './township';

/** An alert about the head of a household, raised now, as it stands in the database; change what the test is about. */
export function alertAbout(
  { simulator, documents }: Pick<Township, 'simulator' | 'documents'>,
  householdId: string,
  changes: Partial<AlertDocument> = {},
): AlertDocument {
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const person = file.people.find(({ relation }) => relation === 'head')!;
  const now = chinaTime(simulator.clock.now());
  const raisedAt = toTimestamp(now);
  const alert: AlertDocument = {
    _id: `self:${householdId}:${newRequestId()}`,
    source: 'selfReport',
    observationId: null,
    declarationId: null,
    householdId,
    personId: person.personId,
    name: person.name,
    phoneMask: person.phoneMask,
    gridId: file.gridId,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    temperature: 38.2,
    symptoms: ['dryCough'],
    other: '',
    raisedAt,
    raisedByName: person.name,
    reportBy: toTimestamp(now.add(120, 'minute')),
    level: 'villageDoctor',
    climbsAt: toTimestamp(now.add(30, 'minute')),
    climbAfterMinutes: 30,
    messageDue: null,
    status: 'open',
    acknowledged: null,
    assessment: null,
    referral: null,
    reportedAt: null,
    outcome: null,
    urgencyKey: '',
    events: [{ at: raisedAt, byName: person.name, what: '体温 38.2℃，干咳' }],
    version: 1,
    changes: [],
    ...changes,
  };
  return { ...alert, urgencyKey: alertOrder(alert) };
}

/** Writes it, and answers its id. */
export function putAlert(
  township: Pick<Township, 'simulator' | 'documents'>,
  householdId: string,
  changes: Partial<AlertDocument> = {},
): string {
  const alert = alertAbout(township, householdId, changes);
  township.simulator.database.insertMany('alerts', [alert]);
  return alert._id;
}

const at = '2026-11-21T18:00:00+08:00';
const who = { by: 'o-test-doctor', byName: '测试人员（村医）', at };

/** Somebody took it. */
export const taken: Partial<AlertDocument> = {
  status: 'acknowledged',
  acknowledged: { ...who, role: 'villageDoctor' },
  climbsAt: null,
};

/** And judged it. */
export const judged = (
  finding: NonNullable<AlertDocument['assessment']>['finding'],
): Partial<AlertDocument> => ({
  ...taken,
  status: 'assessed',
  assessment: { finding, temperature: 36.8, words: '再量过了', ...who },
});

/** And sent the person to the clinic. */
export const referred: Partial<AlertDocument> = {
  ...judged('suspected'),
  referral: { hospital: '县医院发热门诊', transport: '救护车', escort: '张丽', leavesAt: at, ...who },
};
