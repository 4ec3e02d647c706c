import type * as z from 'zod';
import type { observationContract } from '../contracts/observation';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { HOUSEHOLDS, type HouseholdDocument } from '../registration/household.document';
import { scoped } from '../kernel/documents';
import { readStore } from '../messages/credits.repository';
import { readRulebook } from '../rulebook/rulebook.repository';
import { observedPerson } from './observation-view';
import { readObserved } from './observation.repository';
import { closedUpTo } from './slot-record';

type Mine = z.input<typeof observationContract.mine.output>;

/** Who of my household is under observation, and what can be reported now. */
export async function showMine(_input: object, context: Context): Promise<Mine> {
  const { caller, now } = context;
  const [stored, file, reminder] = await Promise.all([
    readObserved(context),
    scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(caller.householdId ?? ''),
    readStore(context, caller.openid, 'readingDue'),
  ]);
  context.about(file ? { gridPath: file.gridPath } : {});
  const { profile } = await readRulebook(context, file?.gridPath[0] ?? '', toCalendarDate(now));
  const observed = stored.map((observation) => observedPerson(closedUpTo(observation, now), context));
  return {
    observed: observed.sort(
      (a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name, 'zh-CN'),
    ),
    people: (file?.people ?? []).map(({ personId, name }) => ({
      personId,
      name,
      observed: observed.some((one) => one.personId === personId),
    })),
    asks: { feverFrom: profile.feverFrom, symptoms: profile.symptoms },
    reminder,
  };
}
