import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type PostDocument, POSTS } from '../township/post.document';
import { type AlertDocument, ALERTS } from './alert.document';

type Reader = Pick<Context, 'database'>;
/** More than hold one role over one place. */
const MOST_ANSWERERS = 100;

const alertsOf = ({ database }: Reader) => unscoped<AlertDocument>(database, ALERTS);

/** Unanswered alerts of which nobody was told by message yet, longest due first. */
export const readDueMessages = async (context: Reader, limit: number): Promise<AlertDocument[]> =>
  alertsOf(context).find(
    { messageDue: context.database.command.gt(''), status: 'open' },
    {
      orderBy: [
        ['messageDue', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  );

/** False when another run has it, or somebody answered meanwhile. The version stays: who answers has seen all that counts. */
export const claimMessage = async (
  context: Reader,
  { _id, messageDue }: Pick<AlertDocument, '_id' | 'messageDue'>,
): Promise<boolean> =>
  (await alertsOf(context).update({ _id, status: 'open', messageDue }, { messageDue: null })) === 1;

/** The openids of those whose duty an alert is: who hold the role of its level over its place. */
export const readAnswerers = async (
  { database }: Reader,
  { level, gridPath }: Pick<AlertDocument, 'level' | 'gridPath'>,
): Promise<string[]> => {
  const posts = await unscoped<PostDocument>(database, POSTS).find(
    { gridId: database.command.in([...gridPath]), role: level, status: 'active' },
    { limit: MOST_ANSWERERS },
  );
  return [...new Set(posts.flatMap(({ openid }) => openid ?? []))];
};
