import { indexDivisions, type DivisionIndex } from './division-index';
import { call } from './cloud';

const KEY = 'divisions';
/** Divisions change a few times a year. */
const ASK_AGAIN_AFTER_MS = 30 * 24 * 3_600_000;

/** `askedAt`: when the cloud last said that this is current, in epoch ms. */
type Kept = { version: string; rows: string; askedAt: number };

let inMemory: { version: string; index: DivisionIndex } | undefined;

/**
 * All divisions. They come from the cloud once and then from this phone, so that a form opened without network has them. Throws
 * CloudError only when the phone has none yet.
 */
export async function loadDivisions(): Promise<DivisionIndex> {
  const kept = readKept();
  if (kept === undefined) return use(await fetchRows());
  if (Date.now() - kept.askedAt > ASK_AGAIN_AFTER_MS) void renew(kept);
  return use(kept);
}

function use({ version, rows }: Kept): DivisionIndex {
  if (inMemory?.version !== version) inMemory = { version, index: indexDivisions(rows.split('\n')) };
  return inMemory.index;
}

function readKept(): Kept | undefined {
  const value: unknown = wx.getStorageSync(KEY);
  return typeof value === 'object' && value !== null && 'rows' in value && 'askedAt' in value
    ? (value as Kept)
    : undefined;
}

function keep(kept: Kept): Kept {
  try {
    wx.setStorageSync(KEY, kept);
  } catch {
    // A full phone asks again next time.
  }
  return kept;
}

async function fetchRows(): Promise<Kept> {
  const { version, rows } = await call('divisions', 'all', {}, 'safe');
  return keep({ version, rows: (rows ?? []).join('\n'), askedAt: Date.now() });
}

/** Behind what is shown: the next form has the newer list. */
async function renew(kept: Kept): Promise<void> {
  try {
    const { version, rows } = await call('divisions', 'all', { version: kept.version }, 'safe');
    keep({ version, rows: rows?.join('\n') ?? kept.rows, askedAt: Date.now() });
  } catch {
    // Without network the kept list serves on.
  }
}
