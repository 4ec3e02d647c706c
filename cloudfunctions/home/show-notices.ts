import type * as z from 'zod';
import type { StaffRole } from '../contracts';
import type { homeContract } from '../contracts/home';
import type { InboxRow } from '../contracts/notices';
import { countInTrouble } from '../channels/robot.repository';
import type { Context } from '../kernel/context';
import { gridScope } from '../kernel/scope';
import { readInbox } from '../notices/show-inbox';
import { showStaffInbox } from '../notices/staff-notices';
import { countForAgreement } from '../publishing/notice.repository';
import { WRITING_ROLES } from '../publishing/rules';
import { countUnknowing } from '../reach/reach.repository';
import { readUnderWay } from '../reach/under-way';
import type { HouseholdDocument } from '../registration/household.document';
import { countOpen } from '../rumours/rumour.repository';

type Notices = NonNullable<z.output<typeof homeContract.today.output>['notices']>;
type Unread = NonNullable<Notices['family']>;

/** On the home page there is room for so many; the others are behind the tab. */
const FIRST = 2;

/** What notices ask of the caller now, in all their roles. */
export async function noticesNow(
  file: Promise<HouseholdDocument | null>,
  context: Context,
): Promise<Notices> {
  const [family, duty, toAgree, toTell, robots, rumours] = await Promise.all([
    file.then((own) => familyNotices(own, context)),
    dutyNotices(context),
    // The rows of the list 等我同意.
    countForWriter(countForAgreement, context),
    stillToTell(context),
    // Work groups that get nothing at present.
    countForWriter(countInTrouble, context),
    countForWriter(countOpen, context),
  ]);
  return { family, duty, toAgree, toTell, robots, rumours };
}

/** How many of something wait in the grids for which the caller may speak. */
async function countForWriter(
  count: (reader: Context) => Promise<number>,
  context: Context,
): Promise<number> {
  const scope = gridScope(context.caller, WRITING_ROLES);
  return scope.kind === 'grids' ? count({ ...context, scope }) : 0;
}

/** The office looks at one notice at a time; whoever has doors to knock on looks at all of them. */
const TELLING_ROLES: readonly StaffRole[] = ['gridMember', 'gridLeader'];

/** The notices whose list 还不知道的 has households of the caller's grids. */
async function stillToTell(context: Context): Promise<Notices['toTell']> {
  const scope = gridScope(context.caller, TELLING_ROLES);
  if (scope.kind !== 'grids') return null;
  const underWay = await readUnderWay(context);
  const left = await countUnknowing(
    { ...context, scope },
    underWay.map(({ _id }) => _id),
  );
  const rows = underWay.flatMap(({ _id, kind, title, facts }) => {
    const count = left.get(_id) ?? 0;
    const when = facts.find(({ label }) => label === 'when')?.text ?? '';
    return count === 0 ? [] : [{ noticeId: _id, kind, title, when, left: count }];
  });
  return { first: rows.slice(0, FIRST), further: Math.max(0, rows.length - FIRST) };
}

/** A notice that stands on the home page stands on the household's list: it is delivered by that too. */
async function familyNotices(file: HouseholdDocument | null, context: Context): Promise<Notices['family']> {
  return file && unreadOf((await readInbox(file, {}, context)).rows);
}

async function dutyNotices(context: Context): Promise<Notices['duty']> {
  return context.caller.posts.length === 0 ? null : unreadOf((await showStaffInbox({}, context)).rows);
}

function unreadOf(rows: readonly InboxRow[]): Unread {
  const unread = rows.filter((row) => row.unread);
  const pinned = rows.find((row) => row.pinned && !row.unread && row.status === 'published');
  return {
    unread: unread.length,
    pinned: pinned
      ? { noticeId: pinned.noticeId, gridId: pinned.gridId, title: pinned.title, unread: false }
      : null,
    first: unread.slice(0, FIRST).map(({ noticeId, gridId, kind, title, place, publishedAt, again }) => ({
      noticeId,
      gridId,
      kind,
      title,
      place,
      publishedAt,
      again,
    })),
  };
}
