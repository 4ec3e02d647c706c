import { randomBytes } from 'node:crypto';
import { paragraph } from '../../miniprogram/shared/notice-templates';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { JUST_WRITTEN, type NoticeDocument } from '../publishing/notice.document';
import type { GridDocument } from '../township/grid.document';
import { PICTURES } from './pictures';
import type { ShelfText } from './shelf-text';
import { addToShelf, readEditions, replaceOnShelf, shelfIdOf } from './shelf.repository';
import { SHELF_TEXTS } from './texts';

type Placing = Pick<Context, 'database' | 'files' | 'now'>;
type Town = Pick<GridDocument, '_id' | 'path' | 'pathNames'>;
const SHARE_KEY_BYTES = 12;

/**
 * Puts each text on the shelf of a town that it is missing from, and a new edition in the place of an older one; what stands there already stays, with
 * its receipts. By the timer and on the first look, however many look at the same time.
 */
export async function placeShelf(town: Town, context: Placing): Promise<number> {
  const editions = await readEditions(context, town._id);
  const missing = SHELF_TEXTS.filter(({ key, edition }) => (editions.get(key) ?? 0) < edition);
  const placed = await Promise.all(
    missing.map(async (text) => {
      const content = contentOf(text, await placePicture(text, context));
      return editions.has(text.key)
        ? replaceOnShelf(context, shelfIdOf(text.key, town._id), { ...content, shelf: shelfOf(text) })
        : addToShelf(context, noticeOf(text, content, town, context));
    }),
  );
  return placed.filter(Boolean).length;
}

/** Whose guidance it is stands above; whose words they are is said too. */
const IN_OUR_WORDS = paragraph('以上是村安按这份文件写的大白话，准确的说法以原文为准。');

const shelfOf = ({ key, edition }: ShelfText) => ({ key, edition });

/** The same path each time: towns share a picture, and placing it twice writes the same file over. */
const placePicture = async ({ key, edition }: ShelfText, { files }: Placing): Promise<string> =>
  files.write(`notice-files/shelf/${key}-${edition}.png`, PICTURES[key] ?? Buffer.alloc(0));

const contentOf = (
  { title, caption, body, source }: ShelfText,
  fileId: string,
): Pick<NoticeDocument, 'title' | 'body' | 'source'> => ({
  title,
  body: [{ type: 'picture', fileId, caption }, ...body, IN_OUR_WORDS],
  source,
});

/** For everybody in the town, and sent to nobody: it stands there to be found. */
function noticeOf(
  text: ShelfText,
  content: ReturnType<typeof contentOf>,
  { _id: townId, path, pathNames }: Town,
  { now }: Placing,
): NoticeDocument {
  const _id = shelfIdOf(text.key, townId);
  const at = toTimestamp(now);
  return {
    ...JUST_WRITTEN,
    ...content,
    _id,
    kind: 'knowledge',
    facts: [],
    attachments: [],
    validUntil: null,
    audience: { gridIds: [townId], roles: [], households: true, tags: [] },
    wanted: 'read',
    pinned: false,
    gridId: townId,
    gridPath: path,
    pathNames,
    gridIds: [townId],
    gridNames: [pathNames.join(' ')],
    status: 'published',
    publishedAt: at,
    order: `${at} ${_id}`,
    writtenBy: { openid: '', name: '村安' },
    shareKey: randomBytes(SHARE_KEY_BYTES).toString('base64url'),
    shelf: shelfOf(text),
  };
}
