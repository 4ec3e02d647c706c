import type { RulebookView } from '../contracts/rules-text';
import type { VersionRow } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { readVersion } from './proposals.repository';
import { rulebookView, versionRow } from './rulebook-view';
import { townOf } from './town';

/** One version, whatever became of it. */
export async function showVersion(
  { version }: { version: number },
  context: Context,
): Promise<{ row: VersionRow; rulebook: RulebookView }> {
  const document = await readVersion(context, townOf(context), version);
  return { row: versionRow(document, context.caller.openid), rulebook: rulebookView(document) };
}
