import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { type Change, scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type RumourDocument, RUMOURS } from './rumour.document';

type Reader = Pick<Context, 'database' | 'scope'>;
const rumoursOf = (context: Reader) => scoped<RumourDocument>(context, RUMOURS, null);
/** What somebody told of themselves: every query names them. */
const anyRumours = ({ database }: Pick<Context, 'database'>) => unscoped<RumourDocument>(database, RUMOURS);

export const RUMOURS_A_PAGE = 20;
/** A village talks of little else when so many tell the same; more are counted, but not listed. */
export const MOST_TOLD = 200;
/** One joins another, which joins a third: no more steps than somebody would take. */
const MOST_STEPS = 5;

export const rumourNotFound = (): AppError => new AppError('NOT_FOUND', '没有找到这条谣言');

/** A report of the caller's grids; throws NOT_FOUND for one elsewhere. */
export async function readRumour(context: Reader, rumourId: string): Promise<RumourDocument> {
  const rumour = await rumoursOf(context).get(rumourId);
  if (!rumour) throw rumourNotFound();
  return rumour;
}

/** The one that a report joined, where the caller reaches it; else the report itself. */
export const findLeadInReach = async (context: Reader, rumour: RumourDocument): Promise<RumourDocument> =>
  rumour.leadId === rumour._id ? rumour : ((await rumoursOf(context).get(rumour.leadId)) ?? rumour);

export const addRumour = async (context: Reader, rumour: RumourDocument): Promise<boolean> =>
  rumoursOf(context).insert(rumour);

export const findOwnRumour = async (context: Context, _id: string): Promise<RumourDocument | null> =>
  (await anyRumours(context).find({ _id, openid: context.caller.openid }, { limit: 1 }))[0] ?? null;

/** What the caller told of, newest first; `after` is the last one's `told`. */
export const readOwnRumours = async (
  { database, caller }: Context,
  after: string | undefined,
): Promise<RumourDocument[]> =>
  anyRumours({ database }).find(
    { openid: caller.openid, ...(after !== undefined && { told: database.command.lt(after) }) },
    { orderBy: [['told', 'desc']], limit: RUMOURS_A_PAGE },
  );

const ANSWERED: RumourDocument['status'][] = ['refuted', 'handled'];

/** Rumours of the caller's grids: those to be answered, longest waiting first; or those that were, newest first. */
export const readQueue = async (
  context: Reader,
  { tab, after }: { tab: 'open' | 'answered'; after?: string | undefined },
): Promise<RumourDocument[]> => {
  const { command } = context.database;
  const isOpen = tab === 'open';
  const beyond = isOpen ? command.gt(after) : command.lt(after);
  return rumoursOf(context).find(
    {
      status: isOpen ? 'open' : command.in(ANSWERED),
      ...(after !== undefined && { order: beyond }),
    },
    { orderBy: [['order', isOpen ? 'asc' : 'desc']], limit: RUMOURS_A_PAGE },
  );
};

/** How many wait for an answer in the caller's grids. */
export const countOpen = async (context: Reader): Promise<number> =>
  rumoursOf(context).count({ status: 'open' });

/** Those who told of a rumour, as far as they live in the caller's grids. */
export const readTold = async (context: Reader, leadId: string): Promise<RumourDocument[]> =>
  rumoursOf(context).find({ leadId }, { orderBy: [['_id', 'asc']], limit: MOST_TOLD });

/** The rumours whose answers count for some reports, by the id of the one that a report names. */
export async function readLeads(
  context: Pick<Context, 'database'>,
  rumours: readonly RumourDocument[],
): Promise<Map<string, RumourDocument>> {
  const known = new Map(rumours.map((rumour) => [rumour._id, rumour]));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const missing = [...known.values()].map(({ leadId }) => leadId).filter((id) => !known.has(id));
    if (missing.length === 0) break;
    const found = await anyRumours(context).find(
      { _id: context.database.command.in([...new Set(missing)]) },
      { limit: missing.length },
    );
    if (found.length === 0) break;
    for (const rumour of found) known.set(rumour._id, rumour);
  }
  return known;
}

/** The one whose answer counts for a report, among those that were read. */
export function leadOf(rumour: RumourDocument, known: ReadonlyMap<string, RumourDocument>): RumourDocument {
  let lead = rumour;
  for (let step = 0; step < MOST_STEPS && lead.leadId !== lead._id; step += 1) {
    const next = known.get(lead.leadId);
    if (!next) break;
    lead = next;
  }
  return lead;
}

/** One rumour wherever it was told, to write an answer that was given. */
export const findRumour = async (
  context: Pick<Context, 'database'>,
  rumourId: string,
): Promise<RumourDocument | null> => anyRumours(context).get(rumourId);

/** False when somebody else wrote it since. */
export const writeRumour = async (
  context: Pick<Context, 'database'>,
  { _id, version }: Pick<RumourDocument, '_id' | 'version'>,
  change: Change,
): Promise<boolean> =>
  (await anyRumours(context).update(
    { _id, version },
    { ...replacing(context, change), version: version + 1 },
  )) === 1;

/** The SDK merges a plain object into the stored one; what changes here is replaced whole. */
const replacing = ({ database }: Pick<Context, 'database'>, change: Change): Change =>
  Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? database.command.set(value) : value,
    ]),
  );

/** Those that joined one which now joins another follow it. */
export const followLead = async (
  context: Pick<Context, 'database'>,
  from: string,
  to: string,
): Promise<unknown> => anyRumours(context).update({ leadId: from }, { leadId: to });

/** Wakes the timer for all who told of a rumour and were not sent word of this answer yet. */
export const wakeTold = async (
  { database }: Pick<Context, 'database'>,
  leadId: string,
  { answerId, now }: { answerId: string; now: Context['now'] },
): Promise<unknown> =>
  anyRumours({ database }).update(
    { leadId, toldOf: database.command.neq(answerId) },
    { wakesAt: toTimestamp(now) },
  );

/** Those to whom word is to be sent by now, longest waiting first. */
export const readAwake = async (
  { database, now }: Pick<Context, 'database' | 'now'>,
  limit: number,
): Promise<RumourDocument[]> =>
  anyRumours({ database }).find(
    { wakesAt: database.command.gt('').and(database.command.lte(toTimestamp(now))) },
    { orderBy: [['wakesAt', 'asc']], limit },
  );

/** Before word leaves, so that nobody gets it twice: false when another tick took it. */
export const claimTelling = async (
  { database }: Pick<Context, 'database'>,
  { _id, wakesAt }: Pick<RumourDocument, '_id' | 'wakesAt'>,
  toldOf: string,
): Promise<boolean> =>
  (await anyRumours({ database }).update({ _id, wakesAt }, { wakesAt: '', toldOf })) === 1;
