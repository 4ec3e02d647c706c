import { createHash } from 'node:crypto';
import type * as z from 'zod';
import type { MyRumour, rumoursContract } from '../contracts/rumours';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { placeOfCaller } from '../registration/place-of-caller';
import { readRefutations } from './refutations.repository';
import type { RumourDocument } from './rumour.document';
import {
  addRumour,
  findOwnRumour,
  leadOf,
  readLeads,
  readOwnRumours,
  RUMOURS_A_PAGE,
} from './rumour.repository';
import { myRumour } from './rumour-view';

type Input = z.output<typeof rumoursContract.report.input>;
type Mine = typeof rumoursContract.mine;

/** The same form from the same phone is the same report, however often it is sent. */
const rumourIdOf = (openid: string, requestId: string): string =>
  `m${createHash('sha256').update(`rumour:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;

/** Tells the office of a rumour. Who told of it is for the office only; their name is looked up when the office asks, and stored nowhere here. */
export async function reportRumour(
  { requestId, text, picture, heard, group, groupId }: Input,
  context: Context,
): Promise<MyRumour> {
  const { caller, now } = context;
  const place = await placeOfCaller(context);
  if (place === null)
    throw new AppError('UNREGISTERED', '您还没有登记。请先给自家登记，再报谣言，我们好答复您');
  const { gridId, gridPath, pathNames } = place;
  context.about({ gridPath, ...(caller.householdId !== null && { householdId: caller.householdId }) });
  const _id = rumourIdOf(caller.openid, requestId);
  const reportedAt = toTimestamp(now);
  const rumour: RumourDocument = {
    _id,
    openid: caller.openid,
    householdId: caller.householdId,
    gridId,
    gridPath,
    pathNames,
    text,
    picture,
    heard,
    group: heard === 'group' ? group : '',
    groupId: heard === 'group' ? groupId : null,
    reportedAt,
    told: `${reportedAt} ${_id}`,
    order: `${reportedAt} ${_id}`,
    status: 'open',
    leadId: _id,
    reports: 1,
    refutationId: null,
    answer: null,
    wakesAt: '',
    toldOf: '',
    version: 1,
    changes: [{ requestId, by: caller.openid, at: reportedAt, what: '报告' }],
  };
  if (await addRumour(context, rumour)) return myRumour(rumour, rumour, new Map());
  const stored = (await findOwnRumour(context, _id)) ?? rumour;
  const [own] = await withAnswers([stored], context);
  return own ?? myRumour(rumour, rumour, new Map());
}

export async function listMyRumours(
  { after }: z.output<Mine['input']>,
  context: Context,
): Promise<z.input<Mine['output']>> {
  const rumours = await readOwnRumours(context, after);
  const next = rumours.length === RUMOURS_A_PAGE ? (rumours.at(-1)?.told ?? null) : null;
  return { rows: await withAnswers(rumours, context), next };
}

async function withAnswers(rumours: readonly RumourDocument[], context: Context): Promise<MyRumour[]> {
  const known = await readLeads(context, rumours);
  const refutations = await readRefutations(context, [...known.values()]);
  return rumours.map((rumour) => myRumour(rumour, leadOf(rumour, known), refutations));
}
