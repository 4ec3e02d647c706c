import type * as z from 'zod';
import type { knowledgeContract, ShelfRow } from '../contracts/knowledge';
import type { Block } from '../contracts/notice';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { gridScope } from '../kernel/scope';
import { readAnyNotice } from '../publishing/notice.repository';
import { isForEverybody } from '../publishing/notice-view';
import { placeOfCaller } from '../registration/place-of-caller';
import { placeShelf } from './place-shelf';
import { countOpened, type LibraryNotice, readLibrary, readTowns } from './shelf.repository';
import { SHELF_TEXTS } from './texts';

type Shelf = typeof knowledgeContract.shelf;
type Template = typeof knowledgeContract.template;

/** The library of the caller's town; of the first town for whoever belongs nowhere: knowledge is the same everywhere. */
export async function showShelf(
  { words }: z.output<Shelf['input']>,
  context: Context,
): Promise<z.input<Shelf['output']>> {
  const towns = await readTowns(context);
  const place = await placeOfCaller(context);
  const town = towns.find(({ _id }) => place?.gridPath.includes(_id)) ?? towns[0];
  if (!town) return { rows: [] };
  await placeShelf(town, context);
  const today = toCalendarDate(context.now);
  const library = (await readLibrary(context, place?.gridPath ?? [town._id])).filter(
    (notice) => isForEverybody(notice) && (notice.validUntil === null || notice.validUntil >= today),
  );
  const found = library.filter((notice) => words === undefined || says(notice, words)).sort(byShelf);
  const scope = gridScope(context.caller, ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer']);
  const opened = await countOpened(
    context,
    scope,
    found.map(({ _id }) => _id),
  );
  const isStaff = scope.kind === 'grids';
  return { rows: found.map((notice) => rowOf(notice, isStaff ? (opened.get(notice._id) ?? 0) : null)) };
}

const textOf = ({ shelf }: LibraryNotice) => SHELF_TEXTS.find(({ key }) => key === shelf?.key);

/** What leaders published stands first, newest first; then the shelf in its own order. */
const placeOnShelf = ({ shelf }: LibraryNotice): number =>
  SHELF_TEXTS.findIndex(({ key }) => key === shelf?.key);
const byShelf = (a: LibraryNotice, b: LibraryNotice): number => placeOnShelf(a) - placeOnShelf(b);

const says = (notice: LibraryNotice, words: string): boolean =>
  [notice.title, summaryOf(notice), ...notice.body.map(wordsOf)].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
  );

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.runs.map(({ text }) => text).join('');
    case 'heading':
      return block.text;
    case 'list':
      return block.items.join('，');
    case 'table':
      return block.rows.flat().join('，');
    case 'picture':
      return block.caption;
  }
}

const SUMMARY = 40;
const summaryOf = (notice: LibraryNotice): string =>
  textOf(notice)?.summary ?? beginningOf(notice.body.map(wordsOf).find((text) => text !== '') ?? '');

/** The first words, up to where one takes breath. */
function beginningOf(text: string): string {
  if (text.length <= SUMMARY) return text;
  const beginning = text.slice(0, SUMMARY);
  return /^(.+)[。；！？，、]/su.exec(beginning)?.[1] ?? beginning;
}

function rowOf(notice: LibraryNotice, opened: number | null): ShelfRow {
  const picture = notice.body.find((block) => block.type === 'picture');
  return {
    noticeId: notice._id,
    title: notice.title,
    summary: summaryOf(notice),
    picture: picture?.fileId ?? null,
    organisation: notice.source.organisation,
    date: notice.source.date,
    publishedAt: notice.publishedAt ?? '',
    shareKey: notice.shareKey,
    onShelf: notice.shelf !== undefined,
    opened,
  };
}

/** What a leader begins with who wants to send it: the words, the picture and the source as they stand. */
export async function showTemplate(
  { noticeId }: z.output<Template['input']>,
  context: Context,
): Promise<z.input<Template['output']>> {
  const notice = await readAnyNotice(context, noticeId);
  if (notice?.kind !== 'knowledge' || notice.status !== 'published' || !isForEverybody(notice))
    throw new AppError('NOT_FOUND', '没有找到这篇知识，请回到列表再选');
  const { kind, title, facts, body, attachments, source } = notice;
  return { content: { kind, title, facts, body, attachments, source } };
}

/** 定时: every town has its shelf before anybody looks. */
export async function tick(_input: object, context: Context): Promise<{ placed: number }> {
  let placed = 0;
  for (const town of await readTowns(context)) placed += await placeShelf(town, context);
  return { placed };
}
