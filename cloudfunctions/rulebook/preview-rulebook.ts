import type * as z from 'zod';
import type { PreviewPart, rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { previewPart } from './preview';
import { readVersion } from './proposals.repository';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.preview.input>;

/** Whom a proposed version would decide otherwise. */
export async function previewRulebook({ version, after }: Input, context: Context): Promise<PreviewPart> {
  const townId = ownTown(context);
  const rulebook = await readVersion(context, townId, version);
  if (rulebook.status !== 'proposed') throw new AppError('CONFLICT', '这一版已经审批过了');
  return previewPart(context, townId, { target: { kind: 'rulebook' }, proposed: { rulebook }, after });
}
