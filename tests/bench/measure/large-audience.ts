import { availableParallelism } from 'node:os';
import type { WrittenNotice } from '../../../cloudfunctions/contracts';
import { newRequestId } from '../../support/forms';
import { noticeContent, sheetsOf } from '../../support/notices';
import type { Reader } from '../../support/reader';
import { openTownship, type Township } from '../../support/township';
import { fillTown } from './notice-crowd';
import { finishSheets, type Receipts, stormOf } from './receipts';
import { millisecondsOf, rounded } from './timing';

/** Households that do everything at once. */
const READERS = 400;
const WRITES = ['insertDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument'];

export type LargeAudience = Receipts & {
  /** In one audience: as counted at publishing, and as they stand on the lists. */
  households: number;
  publishWrites: number;
  openCalls: number;
  reachReads: number;
  lists: { teams: number; writes: number; seconds: number };
};

/** A notice to a town of so many households: what it costs to publish, to open and to watch, and whether each household counts once. */
export async function measureLargeAudience(households: number): Promise<LargeAudience> {
  // More instances than cores only get in each other's way.
  const township = await openTownship('city', { timers: false, instanceLimit: availableParallelism() });
  try {
    const readers = fillTown(township, households, READERS);
    // The first is for warming up, to one team only; a bounded number of writes means the same for both.
    const writes = [
      (await publish(township, township.here.team.gridId)).writes,
      (await publish(township, township.town.gridId)).writes,
    ];
    const { notice, writes: last } = await publish(township, township.town.gridId);
    const receipts = await stormOf(township, notice.noticeId, readers);
    const measured = await publish(township, township.town.gridId);
    const before = writesSoFar(township);
    const seconds = (await millisecondsOf(() => finishSheets(township, measured.notice.noticeId))) / 1000;
    const sheets = sheetsOf(township, measured.notice.noticeId);
    const reached = sheets.reduce((sum, sheet) => sum + sheet.households, 0);
    if (reached !== measured.notice.counted?.households)
      throw new Error(
        `${measured.notice.counted?.households} households were counted and ${reached} reached`,
      );
    return {
      households: reached,
      publishWrites: Math.max(...writes, last, measured.writes),
      openCalls: await mostCallsOfOpening(township, measured.notice.noticeId, readers),
      ...receipts,
      reachReads: await readsOfReach(township, measured.notice.noticeId, sheets.length),
      lists: { teams: sheets.length, writes: writesSoFar(township) - before, seconds: rounded(seconds, 1) },
    };
  } finally {
    await township.stop();
  }
}

const writesSoFar = ({ simulator }: Township): number => {
  const { byAction } = simulator.database.statistics();
  return WRITES.reduce((sum, action) => sum + (byAction[`database.${action}`] ?? 0), 0);
};

/** Sent by one officer and agreed to by another: every write of both calls, audit included. */
async function publish(
  township: Township,
  gridId: string,
): Promise<{ notice: WrittenNotice; writes: number }> {
  const officer = (which: string) =>
    township.as(township.holderOf('townOfficer', [township.town.gridId], `bench-${which}`));
  const before = writesSoFar(township);
  const sent = await officer('1').get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([gridId], { kind: 'urgent' }),
    publishAt: null,
  });
  const { noticeId, version } = sent;
  const act = { requestId: newRequestId(), noticeId, version, agreed: true as const };
  const notice = await officer('2').get('publishing', 'decide', act);
  return { notice, writes: writesSoFar(township) - before };
}

/** From the household's list, as that says: for the first time, once more, and on the other phone. Who calls is one of the calls. */
async function mostCallsOfOpening(
  township: Township,
  noticeId: string,
  [reader]: readonly Reader[],
): Promise<number> {
  const { database } = township.simulator;
  const { phones } = reader!;
  let most = 0;
  for (const phone of [phones[0], phones[0], phones[1]]) {
    const { rows } = await phone.get('notices', 'inbox', {});
    const row = rows.find((one) => one.noticeId === noticeId);
    if (row?.gridId == null) throw new Error('The notice is not on the list of a household that got it');
    await township.simulator.clock.advance(60_000);
    const before = database.statistics().calls;
    await phone.get('notices', 'open', { noticeId, gridId: row.gridId, seen: !row.unread });
    most = Math.max(most, database.statistics().calls - before);
  }
  return most;
}

/** Documents read for the reach page of the whole town, for each of its teams. Who asks and the notice are two reads of their own. */
async function readsOfReach(township: Township, noticeId: string, teams: number): Promise<number> {
  const { database } = township.simulator;
  const officer = township.as(township.holderOf('townOfficer', [township.town.gridId], 'bench-3'));
  const before = database.statistics().documentsRead;
  await officer.get('reach', 'show', { noticeId });
  return rounded((database.statistics().documentsRead - before - 2) / teams);
}
