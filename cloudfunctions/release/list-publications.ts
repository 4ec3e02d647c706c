import type * as z from 'zod';
import type { publicationActions, PublicationView } from '../contracts/publications';
import type { Context } from '../kernel/context';
import { readOwnHome, readPublication, readPublications, readPublicationsOf } from './publication.repository';
import { publicationHead, publicationView } from './published-rows';

type Input = z.output<typeof publicationActions.publications.input>;
type Lists = z.output<typeof publicationActions.publications.output>;
type Published = z.output<typeof publicationActions.published.output>;

const ROWS_A_PAGE = 20;

/**
 * What my village published last. Of earlier lists only who published when: who was on them is over for most, and nobody's neighbours
 * need it any more.
 */
export async function showPublished(_: object, context: Context): Promise<Published> {
  const { villageId, pathNames } = await readOwnHome(context);
  const [newest, ...earlier] = await readPublicationsOf(context, villageId, ROWS_A_PAGE);
  const isCurrent = newest?.withdrawn === null;
  return {
    place: pathNames.join(' '),
    current: isCurrent ? publicationView(newest) : null,
    earlier: [...(newest && !isCurrent ? [newest] : []), ...earlier].map(publicationHead),
  };
}

/** Who published what when, newest first. */
export async function listPublications({ gridId, after }: Input, context: Context): Promise<Lists> {
  const found = await readPublications(context, {
    gridId,
    ...(after !== undefined && { after: Buffer.from(after, 'base64url').toString() }),
    limit: ROWS_A_PAGE + 1,
  });
  const shown = found.slice(0, ROWS_A_PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.map(publicationHead),
    next: last && found.length > shown.length ? Buffer.from(last.order).toString('base64url') : null,
  };
}

export const showPublication = async (
  { publicationId }: { publicationId: string },
  context: Context,
): Promise<PublicationView> => publicationView(await readPublication(context, publicationId));
