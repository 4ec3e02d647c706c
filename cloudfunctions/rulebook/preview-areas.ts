import type * as z from 'zod';
import type { PreviewPart, rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readList, readListed } from './areas.repository';
import { previewPart } from './preview';
import { areaTarget } from './target';
import { ownTown } from './town';

type Input = z.output<typeof rulebookContract.previewAreas.input>;

/** Whom a list of areas would make somebody else's case: with stays there, on the way or here already. */
export async function previewAreas({ listId, after }: Input, context: Context): Promise<PreviewPart> {
  const townId = ownTown(context);
  const list = await readList(context, townId, listId);
  if (list.status !== 'proposed') throw new AppError('CONFLICT', '这份清单已经审批过了');
  const areas = await readListed(context, list);
  const proposed = list.ends === null ? { added: areas } : { ended: list.ends };
  return previewPart(context, townId, { target: areaTarget(areas), proposed, after });
}
