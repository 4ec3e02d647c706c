import type { Context } from '../kernel/context';
import { maskPapers, maskPhone } from '../../miniprogram/shared/masks';
import { toTimestamp } from '../kernel/clock';
import { papersIndexOf } from '../registration/person-record';
import { readFilesSharingPapers } from '../registration/registration.repository';
import type { GridDocument } from '../township/grid.document';
import { gridOfAddress } from './grid-of-address';
import type { EntryDocument, ListDocument, PushedRow, RowFault, RowsDocument } from './list.document';
import { readOpenDeclarations, readOpenEntriesOf } from './pushedlist.repository';

/** What the rows of a chunk are, or would be: people to find, and those whom nobody needs to look for. */
export type Compared = { toFind: EntryDocument[]; declared: EntryDocument[]; found: RowFault[] };

/** The rows of a chunk against what the town knows now: three look-ups, however many rows there are. */
export async function compareRows(
  context: Context,
  list: ListDocument,
  chunk: RowsDocument,
  grids: readonly GridDocument[],
): Promise<Compared> {
  const { vault } = context;
  // What was sealed here is what was sealed from a PushedRow[]; the seal proves it.
  const rows = (JSON.parse(vault.open('roster', chunk.sealed ?? '')) as PushedRow[]).map((row) => ({
    row,
    personKey: papersIndexOf(row.papers, vault),
  }));
  const keys = rows.map(({ personKey }) => personKey);
  const [declarations, searched, files] = await Promise.all([
    readOpenDeclarations(context, keys),
    readOpenEntriesOf(context, keys),
    keys.length === 0 ? [] : readFilesSharingPapers(context, keys),
  ]);
  const lookedFor = new Map(searched.map((entry) => [entry.personKey, entry]));
  const compared: Compared = { toFind: [], declared: [], found: [] };
  for (const { row, personKey } of rows) {
    const elsewhere = lookedFor.get(personKey);
    if (elsewhere !== undefined && elsewhere.listId !== list._id) {
      compared.found.push({
        row: row.row,
        column: null,
        outcome: 'listed',
        message: `《${elsewhere.listTitle}》里已经在找这个人`,
      });
      continue;
    }
    const file = files.find(
      ({ status, papersIndexes, gridPath }) =>
        status !== 'closed' && papersIndexes.includes(personKey) && gridPath[0] === list.gridPath[0],
    );
    const grid = file ?? placeOfGrid(gridOfAddress(row.address, grids));
    const entry = newEntry(row, personKey, {
      list,
      place: grid,
      householdId: file?._id ?? null,
      context,
      grids,
    });
    const declarationId = declarations.get(personKey) ?? null;
    if (declarationId === null) compared.toFind.push(entry);
    else {
      compared.declared.push({ ...entry, status: 'declared', declarationId });
      compared.found.push({
        row: row.row,
        column: null,
        outcome: 'declared',
        message: '这个人自己已经申报了',
      });
    }
  }
  return compared;
}

type Place = Pick<EntryDocument, 'gridId' | 'gridPath' | 'pathNames'>;

const placeOfGrid = (grid: GridDocument | null): Place | null =>
  grid && { gridId: grid._id, gridPath: grid.path, pathNames: grid.pathNames };

function newEntry(
  row: PushedRow,
  personKey: string,
  {
    list,
    place,
    householdId,
    context: { vault, now, caller },
    grids,
  }: {
    list: ListDocument;
    place: Place | null;
    householdId: string | null;
    context: Context;
    grids: readonly GridDocument[];
  },
): EntryDocument {
  const town = grids.find(({ _id }) => _id === list.gridPath.at(-1));
  const { gridId, gridPath, pathNames } = place ?? {
    gridId: list.gridPath.at(-1) ?? '',
    gridPath: list.gridPath,
    pathNames: town?.pathNames ?? [],
  };
  const _id = `${list._id}:${row.row}`;
  return {
    _id,
    listId: list._id,
    listTitle: list.title,
    source: list.source,
    gridId,
    gridPath: [...gridPath],
    pathNames: [...pathNames],
    placed: place !== null,
    name: row.name,
    personKey,
    papers: vault.seal('papers', row.papers.number),
    papersMask: maskPapers(row.papers.number),
    phone: row.phone && vault.seal('phone', row.phone),
    phoneMask: row.phone && maskPhone(row.phone),
    address: vault.seal('address', row.address),
    cameFrom: row.cameFrom,
    arrivesOn: row.arrivesOn,
    householdId,
    deadline: list.deadline,
    triesNeeded: list.triesNeeded,
    tries: 0,
    status: 'open',
    declarationId: null,
    queueKey: `${list.deadline} ${_id}`,
    history: [
      {
        at: toTimestamp(now),
        by: caller.openid,
        byName: caller.name ?? '',
        what:
          place === null
            ? '名单下发，地址看不出是哪个村，等镇里指派'
            : `名单下发，派给${pathNames.slice(1).join('')}`,
      },
    ],
    version: 1,
    requests: [],
  };
}
