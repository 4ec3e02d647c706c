import type * as z from 'zod';
import type { InboxRow, noticesContract } from '../contracts/notices';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readOwnReceipts, writeStep } from '../reach/sheet.repository';
import { sheetIdOf } from '../reach/sheet.document';
import type { HouseholdDocument } from '../registration/household.document';
import { forHousehold } from './for-household';
import { headView } from './head-view';
import { type NoticeHead, readHeads, readOwnHousehold } from './inbox.repository';
import { personOf } from './take-step';

type Inbox = typeof noticesContract.inbox;
/** One page, which is also how far back unread ones are put first. */
const PAGE = 30;

/** The household's notices, unread ones first. */
export async function showInbox(
  input: z.output<Inbox['input']>,
  context: Context,
): Promise<z.input<Inbox['output']>> {
  const household = await readOwnHousehold(context);
  const { rows, next } = await readInbox(household, input, context);
  return { rows, unread: rows.filter(({ unread }) => unread).length, next };
}

/** One page of a household's notices. */
export const readInbox = async (
  household: HouseholdDocument,
  input: z.output<Inbox['input']>,
  context: Context,
): Promise<{ rows: InboxRow[]; next: string | null }> =>
  readInboxOf(
    {
      id: household._id,
      gridPath: household.gridPath,
      own: (heads) => forHousehold(heads, household, context),
    },
    input,
    context,
  );

/** Who stands on a sheet: a household, or somebody on duty by their openid; under which grids, and which of the notices to those are theirs. */
export type Addressee = {
  id: string;
  gridPath: readonly string[];
  own: (heads: readonly NoticeHead[]) => Promise<NoticeHead[]>;
};

/** One page of somebody's notices. That they are on the list now is written down: it is how a notice gets delivered. */
export async function readInboxOf(
  { id, gridPath, own: ownOf }: Addressee,
  input: z.output<Inbox['input']>,
  context: Context,
): Promise<{ rows: InboxRow[]; next: string | null }> {
  const { database } = context;
  const heads = await readHeads(database, gridPath, input, PAGE);
  const own = await ownOf(heads);
  const receipts = await readOwnReceipts(
    database,
    // Of those that it corrects as well: who saw them is told to read again.
    own.flatMap(({ _id, olderIds }) => [_id, ...olderIds]),
    id,
  );
  await deliver(own, receipts, id, context);
  const today = toCalendarDate(context.now);
  const rows = own
    .filter(({ validUntil }) => validUntil === null || validUntil >= today || input.words !== undefined)
    .map((head) => inboxRow(head, receipts));
  const last = heads.length === PAGE ? heads.at(-1) : undefined;
  return {
    rows: input.after === undefined ? [...rows].sort(unreadFirst) : rows,
    next: last?.order ?? null,
  };
}

type Own = Awaited<ReturnType<typeof readOwnReceipts>>;

/** Seldom more than the one or two that came since the list was looked at last. */
async function deliver(
  heads: readonly NoticeHead[],
  receipts: Own,
  householdId: string,
  context: Context,
): Promise<void> {
  const at = toTimestamp(context.now);
  const personId = personOf(context.caller);
  await Promise.all(
    heads.map(async ({ _id, wanted }) => {
      const own = receipts.get(_id);
      if (own?.receipt.delivered !== null) return;
      const act = {
        sheetId: sheetIdOf(_id, own.gridId),
        householdId,
        personId,
        step: 'delivered',
        at,
      } as const;
      await writeStep(context.database, act, wanted);
    }),
  );
}

const wasOpened = (receipts: Own, noticeId: string): boolean =>
  (receipts.get(noticeId)?.receipt.opened ?? null) !== null;

function inboxRow(head: NoticeHead, receipts: Own): InboxRow {
  const own = receipts.get(head._id);
  const receipt = own?.receipt;
  const unread = head.status === 'published' && !wasOpened(receipts, head._id);
  return {
    ...headView(head),
    gridId: own?.gridId ?? null,
    wanted: head.wanted,
    pinned: head.pinned,
    unread,
    again: unread && head.olderIds.some((olderId) => wasOpened(receipts, olderId)),
    done: receipt !== undefined && receipt[head.wanted === 'confirm' ? 'confirmed' : 'read'] !== null,
  };
}

const rank = ({ kind, unread, pinned }: InboxRow): number =>
  unread && kind === 'urgent' ? 0 : unread ? 1 : pinned ? 2 : 3;
/** The sort keeps the newest first among equals. */
const unreadFirst = (a: InboxRow, b: InboxRow): number => rank(a) - rank(b);
