import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import type { PersonRecord } from '../../cloudfunctions/registration/household.document';
import { momentsOf } from '../../miniprogram/shared/slots';
import { putFinishedObservation } from './finished-observations';
import type { Township } from './township';

const DAYS = 14;

/**
 * Somebody in the middle of fourteen days at home: today is day `day`, everything that closed before now was reported and normal, and the
 * tests of the days before are done. `changes`: what the test is about.
 */
export function putObserved(
  where: Pick<Township, 'simulator' | 'documents'>,
  householdId: string,
  name: string,
  {
    day = 5,
    changes = () => ({}),
  }: { day?: number; changes?: (observation: ObservationDocument) => Partial<ObservationDocument> } = {},
): ObservationDocument {
  const now = where.simulator.clock.now();
  return putFinishedObservation(where, householdId, {
    overSince: day - DAYS,
    person: (people) => named(people, name),
    changes: (full) => {
      const isOver = (slot: string): boolean => (momentsOf(full.slotTimes, slot)?.closes ?? 0) <= now;
      const running = {
        ...full,
        slots: Object.fromEntries(Object.entries(full.slots).filter(([slot]) => isOver(slot))),
        tests: full.tests.map((test) => (test.day < day ? test : { ...test, done: null })),
      };
      return { ...running, ...changes(running) };
    },
  });
}

function named(people: readonly PersonRecord[], name: string): PersonRecord {
  const found = people.find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not in this household`);
  return found;
}
