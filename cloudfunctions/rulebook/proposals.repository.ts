import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type AreaListDocument, AREA_LISTS } from './area-list.document';
import { type RulebookDocument, RULEBOOKS } from './rulebook.document';

type Reader = Pick<Context, 'database'>;
const rulebooksOf = ({ database }: Reader) => unscoped<RulebookDocument>(database, RULEBOOKS);

export const versionIdOf = (townId: string, version: number): string => `${townId}:${version}`;

/** A version of this town; throws NOT_FOUND for any other. */
export async function readVersion(
  reader: Reader,
  townId: string,
  version: number,
): Promise<RulebookDocument> {
  const found = await rulebooksOf(reader).get(versionIdOf(townId, version));
  if (!found) throw new AppError('NOT_FOUND', '没有找到这一版规则');
  return found;
}

/** Versions below one, latest first. */
export const readVersionsBelow = async (
  reader: Reader,
  townId: string,
  { before, limit }: { before?: number; limit: number },
): Promise<RulebookDocument[]> =>
  rulebooksOf(reader).find(
    { gridPath: townId, ...(before !== undefined && { version: reader.database.command.lt(before) }) },
    { orderBy: [['version', 'desc']], limit },
  );

const MOST_AT_ONCE = 100;

export const readProposed = async (reader: Reader, townId: string): Promise<RulebookDocument[]> =>
  rulebooksOf(reader).find(
    { gridPath: townId, status: 'proposed' },
    { orderBy: [['validFrom', 'asc']], limit: MOST_AT_ONCE },
  );

/** Proposals of rules and of risk areas in these towns that wait for another officer than this one. */
export async function countForSecondOfficer(
  { database }: Reader,
  townIds: readonly string[],
  openid: string,
): Promise<number> {
  const { command } = database;
  const waiting = { gridPath: command.in([...townIds]), status: 'proposed', proposedBy: command.neq(openid) };
  const [rules, areas] = await Promise.all([
    rulebooksOf({ database }).count(waiting),
    unscoped<AreaListDocument>(database, AREA_LISTS).count(waiting),
  ]);
  return rules + areas;
}

/** Approved ones that decide arrivals only after a day. */
export const readComing = async (
  reader: Reader,
  townId: string,
  after: string,
): Promise<RulebookDocument[]> =>
  rulebooksOf(reader).find(
    { gridPath: townId, status: 'approved', validFrom: reader.database.command.gt(after) },
    { orderBy: [['validFrom', 'asc']], limit: MOST_AT_ONCE },
  );

const ATTEMPTS = 10;

/** Stores a proposal under the next number; the same request is the same version, also when two phones propose at once. */
export async function insertProposal(
  reader: Reader,
  townId: string,
  proposal: Omit<RulebookDocument, '_id' | 'version'>,
): Promise<number> {
  const { proposedBy, requestId } = proposal;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const [mine] = await rulebooksOf(reader).find({ gridPath: townId, proposedBy, requestId }, { limit: 1 });
    if (mine) return mine.version;
    const [latest] = await readVersionsBelow(reader, townId, { limit: 1 });
    const version = (latest?.version ?? 0) + 1;
    if (await rulebooksOf(reader).insert({ ...proposal, _id: versionIdOf(townId, version), version }))
      return version;
  }
  throw new AppError('CONFLICT', '别人也在提交规则，请稍后再试');
}
