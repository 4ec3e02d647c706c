import type * as z from 'zod';
import type { publicationActions, PublicationView } from '../contracts/publications';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { markWithdrawn, readOwnPublication } from './publication.repository';
import { publicationView } from './published-rows';

type Input = z.output<typeof publicationActions.withdrawPublication.input>;

/** 撤下: the list goes, that it was there stays. Said twice by the same person it is done once. */
export async function withdrawPublication(
  { publicationId, reason }: Input,
  context: Context,
): Promise<PublicationView> {
  const { caller, now } = context;
  context.about({ reason });
  const { gridPath } = await readOwnPublication(context, publicationId);
  context.about({ gridPath });
  const withdrawn = { by: caller.openid, byName: caller.name ?? '', at: toTimestamp(now), reason };
  const isMarked = await markWithdrawn(context, publicationId, withdrawn);
  const publication = await readOwnPublication(context, publicationId);
  if (!isMarked && publication.withdrawn?.by !== caller.openid)
    throw new AppError('CONFLICT', '这份公示已经撤下了');
  return publicationView(publication);
}
