import type * as z from 'zod';
import type { InboxRow, noticesContract } from '../contracts/notices';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readOwnReceipts, writeStep } from '../reach/sheet.repository';
import { type Receipt, sheetIdOf } from '../reach/sheet.document';
import { placeOf } from '../registration/household-view';
import { forHousehold } from './for-household';
import { type NoticeHead, readHeads, readOwnHousehold } from './inbox.repository';
import { personOf } from './take-step';

type Inbox = typeof noticesContract.inbox;
/** One page, which is also how far back unread ones are put first. */
const PAGE = 30;

/** The household's notices. That they are on the list now is written down: it is how a notice gets delivered. */
export async function showInbox(
  input: z.output<Inbox['input']>,
  context: Context,
): Promise<z.input<Inbox['output']>> {
  const { database } = context;
  const household = await readOwnHousehold(context);
  const heads = await readHeads(database, household.gridPath, input, PAGE);
  const own = await forHousehold(heads, household, context);
  const receipts = await readOwnReceipts(
    database,
    own.map(({ _id }) => _id),
    household._id,
  );
  await deliver(own, receipts, household._id, context);
  const today = toCalendarDate(context.now);
  const rows = own
    .filter(({ validUntil }) => validUntil === null || validUntil >= today || input.words !== undefined)
    .map((head) => inboxRow(head, receipts.get(head._id)));
  const last = heads.length === PAGE ? heads.at(-1) : undefined;
  return {
    rows: input.after === undefined ? [...rows].sort(unreadFirst) : rows,
    unread: rows.filter(({ unread }) => unread).length,
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

function inboxRow(head: NoticeHead, own: { gridId: string; receipt: Receipt } | undefined): InboxRow {
  const { receipt } = own ?? {};
  return {
    noticeId: head._id,
    gridId: own?.gridId ?? null,
    kind: head.kind,
    title: head.title,
    place: placeOf(head.pathNames),
    organisation: head.source.organisation,
    publishedAt: head.publishedAt ?? '',
    status: head.status,
    wanted: head.wanted,
    pinned: head.pinned,
    unread: head.status === 'published' && (receipt?.opened ?? null) === null,
    done: receipt !== undefined && receipt[head.wanted === 'confirm' ? 'confirmed' : 'read'] !== null,
  };
}

const rank = ({ kind, unread, pinned }: InboxRow): number =>
  unread && kind === 'urgent' ? 0 : unread ? 1 : pinned ? 2 : 3;
/** The sort keeps the newest first among equals. */
const unreadFirst = (a: InboxRow, b: InboxRow): number => rank(a) - rank(b);
