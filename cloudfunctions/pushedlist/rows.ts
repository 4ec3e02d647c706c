import { PAPERS } from '../../miniprogram/shared/labels';
import { Papers, PersonName, Phone } from '../contracts/person';
import { words } from '../contracts/text';
import { dateOf, textOf } from '../roster/row-form';
import { type Cell, SheetNumber, unreadable } from '../roster/sheet';
import { type Column, COLUMN_NAMES, COLUMNS, NEEDED } from './columns';
import type { PushedRow, RowFault } from './list.document';

export const MAX_ROWS = 1000;
/** Excel shows at most fifteen digits of a number; the rest are gone. */
const SAFE_DIGITS = 15;

const Address = words('住址', { min: 2, max: 60 });
const CameFrom = words('从哪里来', { min: 0, max: 40 });

export type ReadRows = { rows: PushedRow[]; faults: RowFault[]; total: number };

/** A sheet's rows in its order, and every cell that is wrong. Throws a refusal beside `fileId` when it is no such list. */
export function readRows(sheet: readonly (readonly Cell[])[]): ReadRows {
  const [headings = [], ...body] = sheet;
  const places = placesOf(headings);
  const read: ReadRows = { rows: [], faults: [], total: 0 };
  const firstWith = new Map<string, number>();
  body.forEach((cells, i) => {
    const at = (column: Column): Cell => cells[places[column] ?? -1] ?? null;
    if (COLUMN_NAMES.every((column) => textOf(at(column)) === '')) return;
    read.total += 1;
    const number = i + 2;
    const { row, errors } = readRow(number, at);
    const key = row && `${row.papers.type}:${row.papers.number}`;
    const first = key !== null ? firstWith.get(key) : undefined;
    if (first !== undefined) errors.push(['papersNumber', `和第 ${first} 行的证件号一样`]);
    else if (key !== null) firstWith.set(key, number);
    if (row && errors.length === 0) read.rows.push(row);
    read.faults.push(
      ...errors.map(([column, message]) => ({
        row: number,
        column: COLUMNS[column],
        outcome: 'wrong' as const,
        message,
      })),
    );
  });
  if (read.total === 0) throw unreadable('表格里一行也没有');
  if (read.total > MAX_ROWS) throw unreadable(`一次最多导入 ${MAX_ROWS} 行，请分成几个文件`);
  return read;
}

/** Where each column stands; headings may come in any order, and others between them. */
function placesOf(headings: readonly Cell[]): Partial<Record<Column, number>> {
  const names = headings.map((cell) => textOf(cell).replace(/[\s*＊]/g, ''));
  const found = COLUMN_NAMES.map((column) => [column, names.indexOf(COLUMNS[column])] as const);
  const missing = found.filter(([column, place]) => place < 0 && NEEDED.includes(column));
  if (missing.length > 0)
    throw unreadable(
      `第一行缺少这几列：${missing.map(([column]) => COLUMNS[column]).join('、')}。请用下载的模板`,
    );
  return Object.fromEntries(found.filter(([, place]) => place >= 0));
}

type Errors = [Column, string][];

function readRow(row: number, at: (column: Column) => Cell): { row: PushedRow | null; errors: Errors } {
  const errors: Errors = [];
  /** The parsed cell, or null with its fault noted. */
  const parsed = <T>(
    column: Column,
    schema: {
      safeParse(
        value: unknown,
      ): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } };
    },
    value: unknown,
  ): T | null => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    errors.push([column, result.error.issues[0]?.message ?? '填得不对']);
    return null;
  };

  const typeWord = textOf(at('papersType'));
  const type = (Object.keys(PAPERS) as PushedRow['papers']['type'][]).find(
    (key) => PAPERS[key] === (typeWord === '' ? PAPERS.residentId : typeWord),
  );
  if (type === undefined) errors.push(['papersType', `只能填：${Object.values(PAPERS).join('；')}`]);
  const name = parsed('name', PersonName, textOf(at('name')));
  const number = papersNumber(at('papersNumber'), type ?? 'residentId', parsed, errors);
  const phoneText = textOf(at('phone')).replace(/[\s-]/g, '');
  const phone = phoneText === '' ? null : parsed('phone', Phone, phoneText);
  const cameFrom = parsed('cameFrom', CameFrom, textOf(at('cameFrom')));
  const address = parsed('address', Address, textOf(at('address')));
  const arrivesOn = dateOf(at('arrivesOn'));
  if (arrivesOn === null) errors.push(['arrivesOn', '日期不对，请写成 2026-11-20 这样']);

  if (errors.length > 0 || type === undefined || name === null || number === null || address === null)
    return { row: null, errors };
  return {
    row: {
      row,
      name,
      papers: { type, number },
      phone,
      cameFrom: cameFrom ?? '',
      arrivesOn: arrivesOn === '' ? null : arrivesOn,
      address,
    },
    errors,
  };
}

function papersNumber(
  cell: Cell,
  type: PushedRow['papers']['type'],
  parsed: (column: Column, schema: typeof Papers, value: unknown) => { number: string } | null,
  errors: Errors,
): string | null {
  const text = textOf(cell).normalize('NFKC').replace(/\s/g, '');
  if (cell instanceof SheetNumber && text.length > SAFE_DIGITS) {
    errors.push(['papersNumber', '单元格不是文本，证件号后几位已经丢了。请设成“文本”再填一遍']);
    return null;
  }
  // A list says nothing of birthday and sex of foreigners; only the number is checked here.
  const rest = type === 'residentId' ? {} : { birthDate: '2000-01-01', sex: 'female' };
  return parsed('papersNumber', Papers, { type, number: text, ...rest })?.number ?? null;
}
