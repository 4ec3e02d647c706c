import type * as z from 'zod';
import type { publicationActions, PublicationView } from '../contracts/publications';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { addPublication, readObservedIn, readOwnVillage, readPublished } from './publication.repository';
import { digestOf, publicationView, publishedRows } from './published-rows';

type Draft = z.output<typeof publicationActions.publicationDraft.output>;
type Input = z.output<typeof publicationActions.publish.input>;

/** What would be published of a village now. */
export async function draftPublication({ gridId }: { gridId: string }, context: Context): Promise<Draft> {
  const village = await readOwnVillage(context, gridId);
  const rows = publishedRows(await readObservedIn(context, gridId));
  return { place: village.pathNames.join(' '), rows, digest: digestOf(rows) };
}

/** 公示: freezes the list that was looked at. The same request again answers what it published. */
export async function publishList(
  { requestId, gridId, digest }: Input,
  context: Context,
): Promise<PublicationView> {
  const { caller, now } = context;
  const village = await readOwnVillage(context, gridId);
  context.about({ gridPath: village.path, reason: '公示名单' });
  const _id = `${gridId}.${requestId}`;
  const present = await readPublished(context, _id);
  if (present) return publicationView(present);

  const rows = publishedRows(await readObservedIn(context, gridId));
  if (digestOf(rows) !== digest) throw new AppError('CONFLICT', '名单刚有变动，请再看一遍再公示');
  const publishedAt = toTimestamp(now);
  const role = caller.posts.find(
    (post) => ['gridLeader', 'townOfficer'].includes(post.role) && village.path.includes(post.gridId),
  )!.role;
  const publication = await addPublication(context, {
    _id,
    gridId,
    gridPath: village.path,
    pathNames: village.pathNames,
    rows,
    publishedBy: caller.openid,
    publishedByName: caller.name ?? '',
    role,
    publishedAt,
    order: `${publishedAt} ${_id}`,
    withdrawn: null,
  });
  return publicationView(publication);
}
