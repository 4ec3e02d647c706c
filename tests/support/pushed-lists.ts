import type { Contracts, OutputOf, Reply } from '../../cloudfunctions/contracts';
import { vaultOf } from '../../cloudfunctions/kernel/vault';
import { COLUMN_NAMES, COLUMNS, type Column } from '../../cloudfunctions/pushedlist/columns';
import {
  chunkIdOf,
  ENTRIES,
  type EntryDocument,
  type ListDocument,
  listIdOf,
  LISTS,
  noCounts,
  ROWS,
  type RowsDocument,
} from '../../cloudfunctions/pushedlist/list.document';
import { newPhone, newRequestId, newResidentId } from './forms';
import { upload } from './rosters';
import { spreadsheetOf } from './spreadsheets';
import type { Phone, Township, Village } from './township';

type List = OutputOf<Contracts['pushedlist']['stage']>;
export type Line = Partial<Record<Column, string | number>>;

export const SOURCE = {
  organisation: '县疫情防控指挥部',
  documentNumber: '县防指〔2026〕12号',
  date: '2026-11-20',
};

/** A list as the county's computer would save it. */
export const pushedSheet = async (lines: readonly Line[]): Promise<Buffer> =>
  spreadsheetOf(
    COLUMN_NAMES.map((column) => COLUMNS[column]),
    lines.map((line) => COLUMN_NAMES.map((column) => line[column])),
  );

/** Somebody whom nobody here knows, said to live at an address. */
export const pushedPerson = (address: string, changes: Line = {}): Line => ({
  name: '慕容远归',
  papersNumber: newResidentId(),
  phone: newPhone(),
  cameFrom: '浙江省宁波市',
  arrivesOn: '2026-11-20',
  address,
  ...changes,
});

/** Uploads and stages a list; the deadline is `hours` from the simulator's now. */
export async function stageList(
  township: Township,
  officer: Phone,
  lines: readonly Line[] | Buffer,
  { requestId = newRequestId(), hours = 24 }: { requestId?: string; hours?: number } = {},
): Promise<Reply<List>> {
  const content = Buffer.isBuffer(lines) ? lines : await pushedSheet(lines);
  const fileId = await upload(township, officer.openid, `pushed-lists/${requestId}.xlsx`, content);
  return officer.call('pushedlist', 'stage', {
    requestId,
    fileId,
    fileName: '推送名单.xlsx',
    title: '11月20日推送',
    source: SOURCE,
    deadline: new Date(township.simulator.clock.now() + hours * 3_600_000).toISOString(),
    triesNeeded: 2,
  });
}

/** Staged, checked and, unless told otherwise, dispatched. */
export async function importList(
  township: Township,
  officer: Phone,
  lines: readonly Line[],
  { until = 'applied', hours = 24 }: { until?: 'checked' | 'applied'; hours?: number } = {},
): Promise<List> {
  const staged = await stageList(township, officer, lines, { hours });
  if (!staged.ok) throw new Error(JSON.stringify(staged.error));
  let list = staged.data;
  const { listId } = list;
  while (list.status === 'checking') list = await officer.get('pushedlist', 'check', { listId });
  while (until === 'applied' && list.status !== 'applied')
    list = await officer.get('pushedlist', 'apply', { listId });
  return list;
}

const AT = '2026-11-21T20:05:00+08:00';

/** A checked list in which nothing is left to do, straight in the database; answers its id. */
export function listIn({ simulator }: Township, { gridPath }: Village): string {
  const _id = listIdOf('o-test-importer', newRequestId());
  const list: ListDocument = {
    _id,
    gridPath,
    title: '11月20日推送',
    source: SOURCE,
    fileId: '',
    fileName: '推送名单.xlsx',
    status: 'checked',
    chunks: 1,
    cursor: 1,
    rows: 1,
    done: 1,
    counts: { ...noCounts(), wrong: 1 },
    unplaced: 0,
    deadline: AT,
    triesNeeded: 2,
    importedBy: 'o-test-importer',
    importedByName: '测试人员',
    importedAt: AT,
  };
  const chunk: RowsDocument = {
    _id: chunkIdOf(_id, 0),
    listId: _id,
    gridPath,
    position: 0,
    rows: 1,
    sealed: vaultOf(simulator.secrets).seal('roster', '[]'),
    wrong: [{ row: 2, column: '姓名', outcome: 'wrong', message: '请填写姓名' }],
    found: [],
    faultCount: 1,
  };
  simulator.database.insertMany(LISTS, [list]);
  simulator.database.insertMany(ROWS, [chunk]);
  return _id;
}

/** Somebody to be found in a village, straight in the database; answers the id. */
export function entryIn(
  { simulator }: Township,
  { team }: Village,
  changes: Partial<EntryDocument> = {},
): string {
  const vault = vaultOf(simulator.secrets);
  const listId = listIdOf('o-test-importer', newRequestId());
  const _id = `${listId}:2`;
  const number = newResidentId();
  const entry: EntryDocument = {
    _id,
    listId,
    listTitle: '11月20日推送',
    source: SOURCE,
    gridId: team.gridId,
    gridPath: team.gridPath,
    pathNames: ['青石镇', '某村', team.name],
    placed: true,
    name: '慕容远归',
    personKey: vault.indexOf('papers', `residentId:${number}`),
    papers: vault.seal('papers', number),
    papersMask: `${number.slice(0, 3)}***********${number.slice(-4)}`,
    phone: vault.seal('phone', '19100000000'),
    phoneMask: '191****0000',
    address: vault.seal('address', '槐树巷 9 号'),
    cameFrom: '浙江省宁波市',
    arrivesOn: '2026-11-20',
    householdId: null,
    deadline: AT,
    triesNeeded: 2,
    tries: 0,
    status: 'open',
    declarationId: null,
    queueKey: `${AT} ${_id}`,
    history: [{ at: AT, by: 'o-test-importer', byName: '测试人员', what: '名单下发' }],
    version: 1,
    requests: [],
    ...changes,
  };
  simulator.database.insertMany(ENTRIES, [entry]);
  return _id;
}
