import type { Context } from '../kernel/context';
import { type Condition, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { type AreaListDocument, AREA_LISTS } from './area-list.document';
import { RISK_AREAS, type RiskAreaDocument } from './rulebook.document';

type Reader = Pick<Context, 'database'>;
const areasOf = ({ database }: Reader) => unscoped<RiskAreaDocument>(database, RISK_AREAS);
const listsOf = ({ database }: Reader) => unscoped<AreaListDocument>(database, AREA_LISTS);

/** A list of this town; throws NOT_FOUND for any other. */
export async function readList(reader: Reader, townId: string, listId: string): Promise<AreaListDocument> {
  const list = await listsOf(reader).get(listId);
  if (list?.gridPath[0] !== townId) throw new AppError('NOT_FOUND', '没有找到这份清单');
  return list;
}

export const findList = async (reader: Reader, listId: string): Promise<AreaListDocument | null> =>
  listsOf(reader).get(listId);

/** Lists in one state, latest first; behind the moment of the last one seen. */
export const readLists = async (
  { database }: Reader,
  townId: string,
  { statuses, before, limit }: { statuses: AreaListDocument['status'][]; before?: string; limit: number },
): Promise<AreaListDocument[]> =>
  listsOf({ database }).find(
    {
      gridPath: townId,
      status: database.command.in(statuses),
      ...(before !== undefined && { proposedAt: database.command.lt(before) }),
    },
    { orderBy: [['proposedAt', 'desc']], limit },
  );

const AT_A_TIME = 20;

/** The areas first and the list last: a list that can be seen is whole, and a cut-off call is sent again with the same ids. */
export async function insertList(
  reader: Reader,
  list: AreaListDocument,
  areas: readonly RiskAreaDocument[],
): Promise<void> {
  for (let from = 0; from < areas.length; from += AT_A_TIME)
    await Promise.all(areas.slice(from, from + AT_A_TIME).map((area) => areasOf(reader).insert(area)));
  await listsOf(reader).insert(list);
}

/** Areas of a list behind an id. */
export const readAreasOfList = async (
  { database }: Reader,
  listId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<RiskAreaDocument[]> =>
  areasOf({ database }).find(
    { listId, ...(after !== undefined && { _id: database.command.gt(after) }) },
    { orderBy: [['_id', 'asc']], limit },
  );

const MOST_IN_A_LIST = 1000;

/** Everything that a list adds or ends. */
export const readListed = async (reader: Reader, list: AreaListDocument): Promise<RiskAreaDocument[]> =>
  list.ends === null
    ? everyAreaOf(reader, list._id)
    : readAreasById(reader, list.gridPath[0] ?? '', list.ends.areaIds);

async function everyAreaOf(reader: Reader, listId: string): Promise<RiskAreaDocument[]> {
  const all: RiskAreaDocument[] = [];
  for (;;) {
    const after = all.at(-1)?._id;
    const page = await readAreasOfList(reader, listId, {
      ...(after !== undefined && { after }),
      limit: MOST_IN_A_LIST,
    });
    all.push(...page);
    if (page.length < MOST_IN_A_LIST) return all;
  }
}

export const readAreasById = async (
  { database }: Reader,
  townId: string,
  ids: readonly string[],
): Promise<RiskAreaDocument[]> =>
  areasOf({ database }).find(
    { _id: database.command.in([...ids]), gridPath: townId },
    { orderBy: [['_id', 'asc']], limit: Math.max(1, ids.length) },
  );

/** Approved areas by code; those of some codes only, behind a `code id` of the last one seen. */
export async function readApprovedAreas(
  { database }: Reader,
  townId: string,
  {
    codes,
    validOn,
    after,
    limit,
  }: {
    codes: readonly string[] | null;
    validOn: string | null;
    after: { code: string; id: string } | null;
    limit: number;
  },
): Promise<RiskAreaDocument[]> {
  const { command } = database;
  const conditions: Condition[] = [
    { gridPath: townId, status: 'approved' },
    ...(codes === null ? [] : [{ code: command.in([...codes]) }]),
    ...(validOn === null
      ? []
      : [
          { validFrom: command.lte(validOn) },
          command.or([{ validTo: null }, { validTo: command.gte(validOn) }]) as unknown as Condition,
        ]),
    ...(after === null
      ? []
      : [
          command.or([
            { code: command.gt(after.code) },
            { code: after.code, _id: command.gt(after.id) },
          ]) as unknown as Condition,
        ]),
  ];
  const where = database.command.and(conditions);
  const { data } = (await database
    .collection(RISK_AREAS)
    .where(where)
    .orderBy('code', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get()) as unknown as { data: RiskAreaDocument[] };
  return data;
}

/** What an approved list says takes hold. Each step may be repeated. */
export async function publishList(reader: Reader, list: AreaListDocument): Promise<void> {
  if (list.ends === null) await areasOf(reader).update({ listId: list._id }, { status: 'approved' });
  else
    await areasOf(reader).update(
      { _id: reader.database.command.in(list.ends.areaIds), status: 'approved' },
      { validTo: list.ends.validTo },
    );
  await listsOf(reader).update({ _id: list._id, status: 'publishing' }, { status: 'approved' });
}

export const rejectAreas = async (reader: Reader, listId: string): Promise<number> =>
  areasOf(reader).update({ listId, status: 'proposed' }, { status: 'rejected' });
