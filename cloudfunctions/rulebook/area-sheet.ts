import { RISK_LEVELS } from '../../miniprogram/shared/labels';
import { RiskAreaForm } from '../contracts/risk-area';
import { type Cell, SheetNumber, unreadable } from '../roster/sheet';
import { AREA_COLUMN_NAMES, AREA_COLUMNS, type AreaColumn, NEEDED } from './area-columns';
import { isPlace, placeNamed } from './named-places';
import type { RiskArea } from './rulebook.document';

/** As the spreadsheet numbers its rows: the first under the headings is 2. */
export type AreaFault = { row: number; column: string | null; message: string };

const MOST_ROWS = 5_000;

/** The areas of a sheet, and what is wrong with it by row and column. Throws a refusal for what is no list of areas at all. */
export function readAreaSheet([headings = [], ...lines]: readonly Cell[][]): {
  areas: RiskArea[];
  faults: AreaFault[];
} {
  const places = placesOf(headings);
  const filled = lines
    .map((cells, i) => ({ cells, row: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  if (filled.length === 0) throw unreadable('表格里一行也没有');
  if (filled.length > MOST_ROWS) throw unreadable(`一次最多导入 ${MOST_ROWS} 行`);
  const areas: RiskArea[] = [];
  const faults: AreaFault[] = [];
  const rowWith = new Map<string, number>();
  for (const { cells, row } of filled) {
    const read = readRow((column) => cells[places[column] ?? -1] ?? null);
    const key = JSON.stringify(read.area);
    const first = rowWith.get(key);
    if (read.area === null)
      faults.push(
        ...read.faults.map(([column, message]) => ({ row, column: AREA_COLUMNS[column], message })),
      );
    else if (first !== undefined) faults.push({ row, column: null, message: `和第 ${first} 行一样` });
    else {
      rowWith.set(key, row);
      areas.push(read.area);
    }
  }
  return { areas, faults };
}

function placesOf(headings: readonly Cell[]): Partial<Record<AreaColumn, number>> {
  const names = headings.map((cell) => textOf(cell).replace(/[\s*＊]/g, ''));
  const places: Partial<Record<AreaColumn, number>> = {};
  for (const column of AREA_COLUMN_NAMES) {
    const place = names.indexOf(AREA_COLUMNS[column]);
    if (place >= 0) places[column] = place;
  }
  const missing = NEEDED.filter((column) => places[column] === undefined).map(
    (column) => AREA_COLUMNS[column],
  );
  if (places.code === undefined && places.place === undefined) missing.unshift(AREA_COLUMNS.code);
  if (missing.length > 0) throw unreadable(`第一行缺少这几列：${missing.join('、')}。请用下载的模板`);
  return places;
}

type ReadRow = { area: RiskArea; faults: [] } | { area: null; faults: [AreaColumn, string][] };

function readRow(cellAt: (column: AreaColumn) => Cell): ReadRow {
  const faults: [AreaColumn, string][] = [];
  const code = codeOf(textOf(cellAt('code')), textOf(cellAt('place')), faults);
  const form = RiskAreaForm.safeParse({
    code,
    level: levelOf(textOf(cellAt('level'))),
    validFrom: dateOf(cellAt('validFrom')),
    validTo: textOf(cellAt('validTo')) === '' ? null : dateOf(cellAt('validTo')),
  });
  for (const { path, message } of form.error?.issues ?? []) {
    const column = AREA_COLUMN_NAMES.find((name) => name === path[0]) ?? 'code';
    if (!faults.some(([known]) => known === column) && !(column === 'code' && faults.length > 0))
      faults.push([column, message]);
  }
  return form.success && faults.length === 0 ? { area: form.data, faults: [] } : { area: null, faults };
}

/** The code that was written, or the one that the place's name means. */
function codeOf(code: string, place: string, faults: [AreaColumn, string][]): string {
  if (code !== '') {
    if (!isPlace(code)) faults.push(['code', '没有这个行政区划代码']);
    return code;
  }
  const found = place === '' ? null : placeNamed(place);
  if (found === null)
    faults.push(
      place === ''
        ? ['code', '请填写行政区划代码，或者地方']
        : ['place', '没有这个地方，或者同名的不止一个。请写上省和市，或者填代码'],
    );
  return found ?? '000000';
}

const levelOf = (text: string): string | undefined =>
  Object.entries(RISK_LEVELS).find(([, label]) => label === text || label.slice(0, 1) === text)?.[0];

/** A date that was typed as text, in whatever way people write one, or as a date. */
function dateOf(cell: Cell): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const [, year = '', month = '', day = ''] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(textOf(cell)) ?? [];
  return year === '' ? textOf(cell) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof SheetNumber) return cell.written;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
