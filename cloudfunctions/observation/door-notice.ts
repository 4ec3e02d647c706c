import { isReadElsewhere } from '../../miniprogram/shared/read-elsewhere';
import type { DoorNotice } from '../contracts';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { decisionView } from '../rulebook/decision-view';
import type { PostDocument } from '../township/post.document';
import { readContacts, readObservation } from './observation.repository';

/** 告知书: what stands on the door of somebody under observation, and whom to call. */
export async function showDoorNotice(
  { observationId }: { observationId: string },
  context: Context,
): Promise<DoorNotice> {
  const observation = await readObservation(context, observationId);
  const { householdId, personId, gridPath } = observation;
  context.about({ householdId, personId, gridPath });
  const posts = await readContacts(context, gridPath);
  return {
    name: observation.name,
    place: placeOf(observation.pathNames),
    address: context.vault.open('address', observation.address),
    decision: decisionView(observation.decision),
    firstDate: observation.firstDate,
    lastDate: observation.lastDate,
    days: observation.days,
    slots: isReadElsewhere(observation.measure) ? [] : observation.slotTimes,
    feverFrom: observation.feverFrom,
    testDates: observation.tests.map(({ date }) => date),
    responsible: observation.responsible,
    contacts: (['gridMember', 'villageDoctor'] as const).flatMap((role) => {
      const nearest = nearestOf(posts, role);
      return nearest ? [{ role, name: nearest.name, phone: context.vault.open('phone', nearest.phone) }] : [];
    }),
    issuedAt: toTimestamp(context.now),
  };
}

const nearestOf = (posts: readonly PostDocument[], role: PostDocument['role']): PostDocument | undefined =>
  posts.filter((post) => post.role === role).sort((a, b) => b.gridPath.length - a.gridPath.length)[0];
