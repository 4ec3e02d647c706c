import type { PersonFormInput } from '../registration/person-record';
import { type Column, COLUMN_NAMES, COLUMNS, NEEDED } from './columns';
import type { Fault } from './job.document';
import { type CellErrors, type HouseholdCells, readRow, type RowCells, textOf } from './row-form';
import { type Cell, unreadable } from './sheet';

/** A household as the roster has it, its head first. `row` is the spreadsheet's own number. */
export type RosterHousehold = {
  gridId: string;
  address: string;
  tenure: HouseholdCells['tenure'];
  people: { row: number; form: PersonFormInput }[];
};

/** Rows of one 户编号: the household they make, where they make one, and what was wrong among them. */
export type RowGroup = { rows: number; household: RosterHousehold | null; faults: Fault[] };

export const MAX_ROWS = 10_000;
const MAX_PEOPLE = 31;

type Row = { number: number; household: string; papers: string | null; read: ReturnType<typeof readRow> };

/** A sheet's rows by household, in the order of the sheet. Throws a refusal beside `fileId` when it is no roster. */
export function readRoster(
  sheet: readonly (readonly Cell[])[],
  { gridIdOf, today }: { gridIdOf: (name: string) => string | null; today: string },
): RowGroup[] {
  const [headings = [], ...body] = sheet;
  const places = placesOf(headings);
  const rows = body
    .map((cells, i) => ({ number: i + 2, cells: cellsAt(cells, places) }))
    .filter(({ cells }) => COLUMN_NAMES.some((column) => textOf(cells[column]) !== ''));
  if (rows.length === 0) throw unreadable('表格里一行也没有');
  if (rows.length > MAX_ROWS) throw unreadable(`一次最多导入 ${MAX_ROWS} 行，请分成几个文件`);

  const firstWith = new Map<string, number>();
  const groups = new Map<string, Row[]>();
  for (const { number, cells } of rows) {
    const row: Row = {
      number,
      household: textOf(cells.household),
      papers: null,
      read: readRow(cells, today),
    };
    if (row.household === '') row.read = withErrors(row.read, { household: '请填写户编号' });
    row.read = withErrors(row.read, repeated(row, firstWith));
    const key = row.household === '' ? `row ${number}` : row.household;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => groupOf(group, gridIdOf));
}

/** Where each column stands; headings may come in any order, and others between them. */
function placesOf(headings: readonly Cell[]): Partial<Record<Column, number>> {
  const names = headings.map((cell) => textOf(cell).replace(/[\s*＊]/g, ''));
  const places: Partial<Record<Column, number>> = {};
  for (const column of COLUMN_NAMES) {
    const place = names.indexOf(COLUMNS[column]);
    if (place >= 0) places[column] = place;
  }
  const missing = NEEDED.filter((column) => places[column] === undefined).map((column) => COLUMNS[column]);
  if (missing.length > 0) throw unreadable(`第一行缺少这几列：${missing.join('、')}。请用下载的模板`);
  return places;
}

const cellsAt = (cells: readonly Cell[], places: Partial<Record<Column, number>>): RowCells =>
  Object.fromEntries(
    COLUMN_NAMES.map((column) => {
      const place = places[column];
      return [column, place === undefined ? null : (cells[place] ?? null)];
    }),
  ) as RowCells;

/** Papers that stood in an earlier row already. */
function repeated(row: Row, firstWith: Map<string, number>): CellErrors {
  const papers = row.read.person?.papers;
  if (papers === undefined) return {};
  const key = `${papers.type}:${papers.number}`;
  const first = firstWith.get(key);
  if (first !== undefined) return { papersNumber: `和第 ${first} 行的证件号一样` };
  firstWith.set(key, row.number);
  return {};
}

const withErrors = (read: Row['read'], more: CellErrors): Row['read'] =>
  Object.keys(more).length === 0
    ? read
    : { person: null, household: null, errors: { ...read.errors, ...more } };

/** Wrong rows are left out; without a right head row the others of the household wait with it. */
function groupOf(rows: readonly Row[], gridIdOf: (name: string) => string | null): RowGroup {
  const faults = rows.flatMap((row) => faultsOf(row.number, row.read.errors ?? {}));
  const right = rows.flatMap(({ number, read }) =>
    read.person ? [{ row: number, form: read.person, household: read.household }] : [],
  );
  const wrongInGroup = (
    among: readonly { row: number }[],
    column: Column | null,
    message: string,
  ): RowGroup => ({
    rows: rows.length,
    household: null,
    faults: [...faults, ...among.map(({ row }) => wrong(row, column, message))].sort(byRow),
  });

  const [head, second] = right.filter(({ form }) => form.relation === 'head');
  if (head === undefined) return wrongInGroup(right, 'relation', '这一户没有填对的户主行，改好后一起导入');
  if (second !== undefined) return wrongInGroup(right, 'relation', '一户只能有一位户主');
  if (right.length > MAX_PEOPLE) return wrongInGroup(right, 'household', `一户最多 ${MAX_PEOPLE} 人`);
  const others = right.filter((person) => person !== head);

  const gridId = gridIdOf(head.household.grid);
  const headErrors: CellErrors = {
    ...(gridId === null && {
      grid: head.household.grid === '' ? '请填写组' : '本村没有这个组，或者下面还分了单元',
    }),
    ...(head.household.address.length < 2 && { address: '请填写住址，至少 2 个字' }),
  };
  if (gridId === null || Object.keys(headErrors).length > 0) {
    faults.push(...faultsOf(head.row, headErrors));
    return wrongInGroup(others, 'relation', '这一户没有填对的户主行，改好后一起导入');
  }
  return {
    rows: rows.length,
    household: {
      gridId,
      address: head.household.address,
      tenure: head.household.tenure,
      people: [head, ...others].map(({ row, form }) => ({ row, form })),
    },
    faults,
  };
}

const wrong = (row: number, column: Column | null, message: string): Fault => ({
  row,
  column: column && COLUMNS[column],
  outcome: 'wrong',
  message,
});

const faultsOf = (row: number, errors: CellErrors): Fault[] =>
  COLUMN_NAMES.flatMap((column) => {
    const message = errors[column];
    return message === undefined ? [] : [wrong(row, column, message)];
  });

export const byRow = (a: Fault, b: Fault): number => a.row - b.row;
