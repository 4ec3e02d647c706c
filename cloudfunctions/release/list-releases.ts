import type * as z from 'zod';
import type { releaseContract } from '../contracts/release';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { closedUpTo } from '../observation/slot-record';
import { obstaclesTo } from './readiness';
import { readOver, readReleaseQueue, readReleases } from './release.repository';
import { readyRow, releaseRow } from './release-view';

type Output = z.output<typeof releaseContract.queue.output>;
type QueueInput = z.output<typeof releaseContract.queue.input>;

const ROWS_A_PAGE = 20;
const STATUS_OF = { check: 'proposed', approve: 'checked', done: 'approved' } as const;

const cursor = (key: string): string => Buffer.from(key).toString('base64url');
const keyIn = (text: string): string => Buffer.from(text, 'base64url').toString();

/** People whose days are over and whom the village has not proposed, each with what is missing. */
export async function listReady(
  { after }: { after?: string | undefined },
  context: Context,
): Promise<Output> {
  const [date = '', id = ''] = after === undefined ? [] : keyIn(after).split(' ');
  const found = await readOver(context, {
    today: toCalendarDate(context.now),
    ...(after !== undefined && { after: { date, id } }),
    limit: ROWS_A_PAGE + 1,
  });
  const observations = found.slice(0, ROWS_A_PAGE).map((one) => closedUpTo(one, context.now));
  const releases = await readReleases(
    context,
    observations.map(({ _id }) => _id),
  );
  const now = context.now.valueOf();
  const last = observations.at(-1);
  return {
    rows: observations.map((observation) =>
      readyRow(
        observation,
        releases.find(({ _id }) => _id === observation._id),
        // The alerts themselves are counted when it is proposed; a list goes by the observation's own count.
        obstaclesTo({ observation, openAlerts: 0, now }),
      ),
    ),
    next: last && found.length > observations.length ? cursor(`${last.lastDate} ${last._id}`) : null,
  };
}

/** Releases that wait for one step, or that are done. */
export async function listQueue({ step, after }: QueueInput, context: Context): Promise<Output> {
  const found = await readReleaseQueue(context, {
    status: STATUS_OF[step],
    ...(after !== undefined && { after: keyIn(after) }),
    limit: ROWS_A_PAGE + 1,
  });
  const releases = found.slice(0, ROWS_A_PAGE);
  const last = releases.at(-1);
  return {
    rows: releases.map(releaseRow),
    next: last && found.length > releases.length ? cursor(last.queueKey) : null,
  };
}
