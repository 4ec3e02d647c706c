import type { Audience } from '../contracts/notice';
import type { Context } from '../kernel/context';
import type { NoticeDocument } from '../publishing/notice.document';
import { hasTag } from '../publishing/rules';
import type { HouseholdDocument } from '../registration/household.document';
import { readOwnMeasures } from './inbox.repository';

const WATCHED = {
  observed: ['homeObservation', 'temporaryIsolation'],
  monitored: ['healthMonitoring'],
} as const;
const asksForMeasure = ({ tags }: Audience): boolean =>
  tags.includes('observed') || tags.includes('monitored');

type Addressed = Pick<NoticeDocument, 'audience'>;

/** Which of some notices are for a household. Measures are looked up only where a notice asks for them. */
export async function forHousehold<T extends Addressed>(
  notices: readonly T[],
  household: HouseholdDocument,
  context: Context,
): Promise<T[]> {
  const measures = notices.some(({ audience }) => asksForMeasure(audience))
    ? await readOwnMeasures(context)
    : new Set();
  const isWatched = ({ tags }: Audience) =>
    (['observed', 'monitored'] as const).some(
      (tag) => tags.includes(tag) && WATCHED[tag].some((measure) => measures.has(measure)),
    );
  return notices.filter(
    ({ audience }) =>
      audience.households &&
      audience.gridIds.some((gridId) => household.gridPath.includes(gridId)) &&
      hasTag(household, audience.tags, new Set(isWatched(audience) ? [household._id] : [])),
  );
}
