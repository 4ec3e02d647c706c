import { CloudError } from './cloud';
import { dropKeptNotice, keepNotice, type KeptNotice, readKeptNotice } from './kept-notices';
import { isOnDuty, openNotice, openShared } from './notices';

/** How a page was told which notice: by its id, by the key of a card, or, from a poster's code, by the key alone. */
export type Named = {
  noticeId: string;
  gridId: string;
  key: string;
  /** My household has opened it before, as far as the page knows. */
  seen: boolean;
};
/** `fresh`: as the cloud says now; otherwise as this phone kept it. `newerKey`: of the one that corrects it, for whoever came by a card. */
export type Opened = KeptNotice & { fresh: boolean; newerKey: string };

/** Not in my household's list, or I have no household: a card may still be read. */
const NOT_MINE: readonly string[] = ['UNREGISTERED', 'NOT_FOUND'];

/** Opens a notice: as one of my household's, else by its card's key, else, while there is no network, as this phone kept it. */
export async function openedNotice(named: Named): Promise<Opened> {
  const kept = readKeptNotice(named.noticeId);
  try {
    const { opened, newerKey } = await openInCloud(named, kept);
    keepNotice(opened);
    return { ...opened, fresh: true, newerKey };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.code === 'NOT_FOUND') dropKeptNotice(named.noticeId);
    if (error.code !== 'NETWORK' || kept === undefined) throw error;
    return { ...kept, fresh: false, newerKey: '' };
  }
}

type FromCloud = { opened: KeptNotice; newerKey: string };

async function openInCloud(named: Named, kept: KeptNotice | undefined): Promise<FromCloud> {
  const { noticeId, key } = named;
  if (noticeId === '') {
    const shared = await openByKey('', key);
    // Whose household got it is counted as having opened it, whatever way they came.
    return openMine({ ...named, noticeId: shared.opened.notice.noticeId }, kept).catch(() => shared);
  }
  try {
    return await openMine(named, kept);
  } catch (error) {
    if (key === '' || !(error instanceof CloudError) || !NOT_MINE.includes(error.code)) throw error;
    return openByKey(noticeId, key);
  }
}

/** With what the list and this phone know of it. */
async function openMine(
  { noticeId, gridId, seen }: Named,
  before: KeptNotice | undefined,
): Promise<FromCloud> {
  const known = gridId || (before?.gridId ?? '');
  // What I did on duty is nothing that my household did.
  const kept = before && isOnDuty(before.gridId) === isOnDuty(known) ? before : undefined;
  const answer = await openNotice({
    noticeId,
    ...(known !== '' && { gridId: known }),
    seen: seen || (kept?.mine ?? false),
  });
  const { shareKey, gridId: counted, ...notice } = answer;
  const done = kept?.done ?? false;
  const opened = { notice, gridId: counted, mine: true, done, shareKey: shareKey ?? '', keptAt: Date.now() };
  return { opened, newerKey: '' };
}

async function openByKey(noticeId: string, key: string): Promise<FromCloud> {
  const { replacedByKey, ...notice } = await openShared(noticeId, key);
  const opened = { notice, gridId: '', mine: false, done: false, shareKey: key, keptAt: Date.now() };
  return { opened, newerKey: replacedByKey ?? '' };
}
