import type * as z from 'zod';
import type { PushedEntry, pushedListContract } from '../contracts/pushed-list';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { type EntryDocument, entryView } from './list.document';
import { moveEntry, readEntry, readGrid, readOpenDeclarations } from './pushedlist.repository';

type InputOf<A extends keyof typeof pushedListContract> = z.output<(typeof pushedListContract)[A]['input']>;
type Acting = { entryId: string; requestId: string; version: number };

const HOW = { phone: '打电话', door: '上门' } as const;
const OUTCOMES = { elsewhere: '人在别处', wrongPerson: '不是这个人', unreachable: '联系不上' } as const;
/** Retries come within minutes, not after ten further acts. */
const REMEMBERED = 10;

/** 联系过一次 */
export const recordTry = async (input: InputOf<'recordTry'>, context: Context): Promise<PushedEntry> =>
  act(input, context, (entry) => {
    mustBeOpen(entry);
    return { next: { ...entry, tries: entry.tries + 1 }, what: `${HOW[input.how]}：${input.words}` };
  });

/** 办结: only after a look whether the person has declared by themselves, for then nobody needs an excuse. */
export const endSearch = async (input: InputOf<'end'>, context: Context): Promise<PushedEntry> =>
  act(input, context, async (entry) => {
    mustBeOpen(entry);
    const declarationId = (await readOpenDeclarations(context, [entry.personKey])).get(entry.personKey);
    if (declarationId !== undefined) return linked(entry, declarationId);
    if (input.outcome === 'unreachable' && entry.tries < entry.triesNeeded)
      throw new AppError(
        'CONFLICT',
        `还要再联系 ${entry.triesNeeded - entry.tries} 次，才能算联系不上。已经联系了 ${entry.tries} 次`,
      );
    return {
      next: { ...entry, status: input.outcome },
      what: `办结：${OUTCOMES[input.outcome]}。${input.words}`,
    };
  });

/** 重新查找 */
export const reopenSearch = async (input: InputOf<'reopen'>, context: Context): Promise<PushedEntry> =>
  act(input, context, (entry) => {
    if (entry.status === 'open') throw new AppError('CONFLICT', '这个人本来就在找');
    if (entry.status === 'declared') throw new AppError('CONFLICT', '这个人已经申报了，不用再找');
    return { next: { ...entry, status: 'open' }, what: `重新查找：${input.reason}` };
  });

/** 指派: from then on the new grid's people see the entry, and those of the old one no more. */
export const assignEntry = async (input: InputOf<'assign'>, context: Context): Promise<PushedEntry> =>
  act(input, context, async (entry) => {
    mustBeOpen(entry);
    const grid = await readGrid(context, input.gridId);
    return {
      next: {
        ...entry,
        gridId: grid._id,
        gridPath: [...grid.path],
        pathNames: [...grid.pathNames],
        placed: true,
      },
      what: `派给${grid.pathNames.slice(1).join('') || grid.name}`,
    };
  });

/** 已申报: found, whoever declared. */
export const linked = (entry: EntryDocument, declarationId: string): Move => ({
  next: { ...entry, status: 'declared', declarationId },
  what: '找到了，已经申报',
});

const mustBeOpen = ({ status }: EntryDocument): void => {
  if (status !== 'open') throw new AppError('CONFLICT', '这个人已经办结了，请刷新再看');
};

type Move = { next: EntryDocument; what: string };

async function act(
  { entryId, requestId, version }: Acting,
  context: Context,
  decide: (entry: EntryDocument) => Move | Promise<Move>,
): Promise<PushedEntry> {
  const entry = await readEntry(context, entryId);
  if (entry.requests.includes(requestId)) return entryView(entry, context.now);
  if (entry.version !== version) throw changed();
  const { next, what } = await decide(entry);
  const { caller, now } = context;
  const written = {
    ...next,
    version: entry.version + 1,
    requests: [...entry.requests, requestId].slice(-REMEMBERED),
    history: [...entry.history, { at: toTimestamp(now), by: caller.openid, byName: caller.name ?? '', what }],
  };
  if (!(await moveEntry(context, entry, written))) {
    // A double tap: the other one did it.
    const present = await readEntry(context, entryId);
    if (present.requests.includes(requestId)) return entryView(present, context.now);
    throw changed();
  }
  return entryView(written, context.now);
}

const changed = (): AppError => new AppError('CONFLICT', '别人刚刚改过，请刷新再看');
