import type * as z from 'zod';
import type { PhotoKind } from '../contracts/declaration';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readAbout } from './show-declaration';

type Input = z.output<typeof returnsContract.openPhotos.input>;
type Kind = z.infer<typeof PhotoKind>;
type Opened = { kind: Kind; url: string };

/** Long enough to look at three pictures on a slow line. */
const SECONDS_TO_LOOK = 300;
const KINDS = ['healthCode', 'itinerary', 'test'] as const;

/** Opens the pictures for some minutes; who looked and why is recorded. */
export async function openPhotos(
  { declarationId, reason }: Input,
  context: Context,
): Promise<{ photos: Opened[] }> {
  context.about({ reason });
  const { photos } = await readAbout(declarationId, context);
  const opened = await Promise.all(KINDS.map(async (kind) => addressOf(kind, photos[kind], context)));
  const found = opened.filter((photo) => photo !== null);
  if (found.length === 0) throw new AppError('NOT_FOUND', '这份申报没有能打开的照片');
  return { photos: found };
}

/** Null for a picture that was never sent, and for one that is not in storage any more: the others can still be looked at. */
async function addressOf(kind: Kind, fileId: string | null, { files }: Context): Promise<Opened | null> {
  if (fileId === null) return null;
  const url = await files.temporaryUrl(fileId, SECONDS_TO_LOOK).catch(() => null);
  return url === null ? null : { kind, url };
}
