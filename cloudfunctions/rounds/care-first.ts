import type { Context } from '../kernel/context';
import type { HouseholdDocument } from '../registration/household.document';
import { readHouseholds } from './households.repository';

const ROWS_A_PAGE = 20;
const READ_AT_ONCE = 60;
/** So many files are looked at for one page; a page may come short, and the next goes on. */
const MOST_READ = 300;

type Phase = 'care' | 'others';
const at = (phase: Phase, queueKey: string): string =>
  Buffer.from(`${phase} ${queueKey}`).toString('base64url');

function placeIn(after: string | undefined): { phase: Phase; queueKey: string } {
  const text = after === undefined ? 'care ' : Buffer.from(after, 'base64url').toString();
  const space = text.indexOf(' ');
  return { phase: text.startsWith('others') ? 'others' : 'care', queueKey: text.slice(space + 1) };
}

/**
 * One page of the households of some grids that `keep` leaves in, the care categories before everybody else. Whether a household belongs on the
 * list stands in other documents, so files are read in batches until the page is full.
 */
export async function careFirst(
  context: Pick<Context, 'database'>,
  gridIds: readonly string[],
  { after, onlyCare }: { after: string | undefined; onlyCare: boolean },
  keep: (files: readonly HouseholdDocument[]) => Promise<readonly HouseholdDocument[]>,
): Promise<{ files: HouseholdDocument[]; next: string | null }> {
  const files: HouseholdDocument[] = [];
  let { phase, queueKey } = placeIn(after);
  for (let read = 0; read < MOST_READ; read += READ_AT_ONCE) {
    const batch = await readHouseholds(context, gridIds, {
      who: phase,
      after: queueKey,
      limit: READ_AT_ONCE,
    });
    for (const file of await keep(batch)) {
      if (files.length === ROWS_A_PAGE) return { files, next: at(phase, files.at(-1)?.queueKey ?? '') };
      files.push(file);
    }
    queueKey = batch.at(-1)?.queueKey ?? queueKey;
    if (batch.length === READ_AT_ONCE) continue;
    if (phase === 'others' || onlyCare) return { files, next: null };
    [phase, queueKey] = ['others', ''];
    if (files.length === ROWS_A_PAGE) break;
  }
  return { files, next: at(phase, queueKey) };
}
