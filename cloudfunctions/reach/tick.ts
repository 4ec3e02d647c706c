import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { logFault } from '../kernel/fault-log';
import type { NoticeDocument } from '../publishing/notice.document';
import { timeBudget } from '../kernel/time-budget';
import { renewLists } from './renew-lists';
import { listStaff } from './staff-sheet';
import { readNextHolding, readSweep, writeSweep } from './sweep.repository';

/** Leaves room below the function's 60 seconds for the batch in hand. */
const BUDGET_MS = 30_000;

/**
 * Goes through all notices that hold, once a morning. Where it stands is written down after every lot: a killed tick goes on there, and of two at
 * once one steps back.
 */
export async function tick(
  _input: object,
  context: Context,
): Promise<z.input<typeof reachContract.tick.output>> {
  const isTimeLeft = timeBudget(BUDGET_MS);
  const today = toCalendarDate(context.now);
  let joined = 0;
  let sweep = await readSweep(context, today);
  while (!sweep.isDone) {
    if (!isTimeLeft()) return { joined, more: true };
    const notice = await readNextHolding(context, sweep.after, today);
    const next = { ...sweep, version: sweep.version + 1 };
    if (notice === null) next.isDone = true;
    else {
      const lot = await nextLot(context, notice, sweep.cursor, isTimeLeft);
      joined += lot.joined;
      next.cursor = lot.cursor ?? '';
      if (lot.cursor === null) next.after = notice.order;
    }
    if (!(await writeSweep(context, sweep, next))) return { joined, more: false };
    sweep = next;
  }
  return { joined, more: false };
}

type Lot = { joined: number; cursor: string | null };

async function nextLot(
  context: Context,
  notice: NoticeDocument,
  cursor: string,
  isTimeLeft: () => boolean,
): Promise<Lot> {
  try {
    const staff = cursor === '' ? await listStaff(context, notice) : 0;
    const lot = await renewLists(context, notice, cursor, isTimeLeft);
    return { ...lot, joined: lot.joined + staff };
  } catch (error) {
    // One notice that can't go on must not hold up all the others; it comes up again the next morning.
    logFault('reach.tick', notice._id, error);
    return { joined: 0, cursor: null };
  }
}
