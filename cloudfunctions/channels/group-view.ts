import type { GroupView, ShareTarget } from '../contracts';
import type { Context } from '../kernel/context';
import { toTimestamp } from '../kernel/clock';
import { placeOf } from '../registration/household-view';
import type { GroupDocument } from './group.document';
import { type Lately, type Share, sumShares } from './share.repository';

const LATELY_DAYS = 30;

/** Some groups with what came there lately. */
export async function groupViews(groups: readonly GroupDocument[], context: Context): Promise<GroupView[]> {
  const since = toTimestamp(context.now.subtract(LATELY_DAYS, 'day'));
  const lately = await sumShares(context, groups, since);
  return groups.map((group) =>
    groupView(
      group,
      lately.find(({ _id }) => _id === group._id),
    ),
  );
}

export const groupView = (
  { _id, name, gridId, pathNames, changes, version }: GroupDocument,
  lately: Lately | undefined,
): GroupView => ({
  groupId: _id,
  name,
  gridId,
  place: placeOf(pathNames),
  boundBy: changes.at(-1)?.byName ?? '',
  notices: lately?.notices ?? 0,
  seen: lately?.seen ?? 0,
  lastAt: lately?.lastAt ?? null,
  version,
});

export const shareTarget = (
  { _id, name, pathNames }: GroupDocument,
  share: Share | undefined,
  wider: boolean,
): ShareTarget => ({
  groupId: _id,
  name,
  place: placeOf(pathNames),
  wider,
  sharedAt: share?.shared?.at ?? null,
  sharedBy: share?.shared?.byName ?? null,
  seen: share?.seen ?? 0,
});
