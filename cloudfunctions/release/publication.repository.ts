import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import type { GridDocument } from '../township/grid.document';
import { readOwnGrid } from '../township/grid.repository';
import { type PublicationDocument, PUBLICATIONS } from './publication.document';

const noPublication = (): AppError => new AppError('NOT_FOUND', '没有找到这份公示');

/** A village in the caller's grids: lists are published of whole villages. */
export async function readOwnVillage(context: Context, gridId: string): Promise<GridDocument> {
  const grid = await readOwnGrid(context, gridId);
  if (grid.level !== 'village') throw new AppError('CONFLICT', '名单按村公示，请选一个村');
  return grid;
}

/** More people at once than any village watches over. */
const MOST_OBSERVED = 1000;

/** Who is under a measure in a village now, paused and waiting for release included. */
export const readObservedIn = async (context: Context, villageId: string): Promise<ObservationDocument[]> =>
  scoped<ObservationDocument>(
    { ...context, scope: { kind: 'grids', gridIds: [villageId] } },
    OBSERVATIONS,
    null,
  ).find(
    { status: context.database.command.in(['active', 'paused', 'releasing']) },
    { limit: MOST_OBSERVED },
  );

/** Writes a list once; answers the one that stands. */
export async function addPublication(
  { database }: Context,
  publication: PublicationDocument,
): Promise<PublicationDocument> {
  const publications = unscoped<PublicationDocument>(database, PUBLICATIONS);
  if (await publications.insert(publication)) return publication;
  return (await publications.get(publication._id))!;
}

/** What the caller published by that request, if it is there. */
export const readPublished = async (
  { database }: Context,
  publicationId: string,
): Promise<PublicationDocument | null> =>
  unscoped<PublicationDocument>(database, PUBLICATIONS).get(publicationId);

/**
 * What was published in the caller's towns: lists are there to be read by everybody on duty, so they reach past one's own village. Newest
 * first, from before the moment and id given.
 */
export const readPublications = async (
  { caller, database }: Pick<Context, 'caller' | 'database'>,
  { gridId, after, limit }: { gridId?: string | undefined; after?: string; limit: number },
): Promise<PublicationDocument[]> => {
  const { command } = database;
  const towns = [...new Set(caller.posts.flatMap(({ gridPath }) => gridPath.slice(0, 1)))];
  const inTowns = command.in(towns);
  return unscoped<PublicationDocument>(database, PUBLICATIONS).find(
    {
      gridPath: gridId === undefined ? inTowns : inTowns.and(command.eq(gridId)),
      ...(after !== undefined && { order: command.lt(after) }),
    },
    { orderBy: [['order', 'desc']], limit },
  );
};

/** One of them; another town's is answered like none at all. */
export async function readPublication(context: Context, publicationId: string): Promise<PublicationDocument> {
  const publication = await readPublished(context, publicationId);
  const isOurs = context.caller.posts.some(({ gridPath }) => gridPath[0] === publication?.gridPath[0]);
  if (!publication || !isOurs) throw noPublication();
  return publication;
}

/** The caller's village by their household's file: its id and place. */
export async function readOwnHome(context: Context): Promise<{ villageId: string; pathNames: string[] }> {
  const { scope } = context;
  const file =
    scope.kind === 'household'
      ? await scoped<HouseholdDocument>(context, HOUSEHOLDS, '_id').get(scope.householdId)
      : null;
  const villageId = file?.gridPath[1];
  if (!file || villageId === undefined) throw new AppError('NOT_FOUND', '没有找到您家的档案');
  return { villageId, pathNames: file.pathNames.slice(0, 2) };
}

/** A village's lists, newest first. */
export const readPublicationsOf = async (
  { database }: Pick<Context, 'database'>,
  villageId: string,
  limit: number,
): Promise<PublicationDocument[]> =>
  unscoped<PublicationDocument>(database, PUBLICATIONS).find(
    { gridPath: villageId },
    { orderBy: [['order', 'desc']], limit },
  );

/** Marks one of the caller's grids as withdrawn, unless it is already; false then. */
export const markWithdrawn = async (
  context: Context,
  publicationId: string,
  withdrawn: NonNullable<PublicationDocument['withdrawn']>,
): Promise<boolean> => {
  const { command } = context.database;
  const publications = scoped<PublicationDocument>(context, PUBLICATIONS, null);
  const standing = { _id: publicationId, withdrawn: null };
  return (await publications.update(standing, { withdrawn: command.set(withdrawn) })) > 0;
};

/** One within the caller's own grids; throws NOT_FOUND otherwise. */
export async function readOwnPublication(
  context: Context,
  publicationId: string,
): Promise<PublicationDocument> {
  const publication = await scoped<PublicationDocument>(context, PUBLICATIONS, null).get(publicationId);
  if (!publication) throw noPublication();
  return publication;
}
