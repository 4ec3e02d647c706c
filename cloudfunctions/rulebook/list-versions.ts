import type { VersionRow } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { readVersionsBelow } from './proposals.repository';
import { versionRow } from './rulebook-view';
import { townOf } from './town';

const ROWS_A_PAGE = 20;

/** Every version that was ever proposed, latest first. */
export async function listVersions(
  { before }: { before?: number | undefined },
  context: Context,
): Promise<{ rows: VersionRow[]; next: number | null }> {
  const found = await readVersionsBelow(context, townOf(context), {
    ...(before !== undefined && { before }),
    limit: ROWS_A_PAGE + 1,
  });
  const rows = found.slice(0, ROWS_A_PAGE).map((document) => versionRow(document, context.caller.openid));
  return { rows, next: found.length > rows.length ? (rows.at(-1)?.version ?? null) : null };
}
