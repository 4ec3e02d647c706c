import { toCalendarDate, chinaTime } from '../kernel/clock';
import { PersonForm } from '../contracts/person';
import { words } from '../contracts/text';
import {
  CARE_CATEGORIES,
  PAPERS,
  RELATIONS,
  SEXES,
  TENURES,
  WHEREABOUTS,
} from '../../miniprogram/shared/labels';
import { readResidentId } from '../../miniprogram/shared/resident-id';
import type { PersonFormInput } from '../registration/person-record';
import { type Column, OTHER_RELATION_WORDS } from './columns';
import { type Cell, SheetNumber } from './sheet';

export type RowCells = Readonly<Record<Column, Cell>>;
/** Column → what is wrong there. */
export type CellErrors = Partial<Record<Column, string>>;

/** What a row says of its household; only the head's row has to. */
export type HouseholdCells = { grid: string; address: string; tenure: 'owner' | 'tenant' };

export type ReadRow =
  | { person: PersonFormInput; household: HouseholdCells; errors: null }
  | { person: null; household: null; errors: CellErrors };

const Address = words('住址', { min: 0, max: 60 });
/** Excel shows at most fifteen digits of a number; the rest are gone. */
const SAFE_DIGITS = 15;

/** One row as a person, or every cell that is wrong in it. `today` is YYYY-MM-DD. */
export function readRow(cells: RowCells, today: string): ReadRow {
  const errors: CellErrors = {};
  const chosen = <T extends string>(
    column: Column,
    labels: Readonly<Record<T, string>>,
    otherwise: T | null,
  ): T | null => {
    const written = textOf(cells[column]).replace(/\s+/g, '');
    if (written === '') return otherwise;
    const found = (Object.keys(labels) as T[]).find((key) => labels[key].replace(/\s+/g, '') === written);
    if (found === undefined) errors[column] = `只能填：${Object.values(labels).join('；')}`;
    return found ?? null;
  };

  const relationWord = textOf(cells.relation);
  const relation = OTHER_RELATION_WORDS[relationWord] ?? chosen('relation', RELATIONS, null);
  if (relationWord === '') errors.relation = '请填写与户主关系';
  const papersType = chosen('papersType', PAPERS, 'residentId');
  const tenure = chosen('tenure', TENURES, 'owner');
  const whereabouts = chosen('whereabouts', WHEREABOUTS, 'home');
  const sex = chosen('sex', SEXES, null);
  const birthDate = dateOf(cells.birthDate);
  if (birthDate === null) errors.birthDate = '日期不对，请写成 1985-06-01 这样';
  const careCategories = careOf(textOf(cells.care));
  if (careCategories === null) errors.care = `只能填：${Object.values(CARE_CATEGORIES).join('；')}`;
  if (cells.papersNumber instanceof SheetNumber && textOf(cells.papersNumber).length > SAFE_DIGITS)
    errors.papersNumber = '单元格不是文本，证件号后几位已经丢了。请设成“文本”再填一遍';
  const address = Address.safeParse(textOf(cells.address));
  if (!address.success) errors.address = address.error.issues[0]?.message ?? '住址不对';

  const phone = textOf(cells.phone).replace(/[\s-]/g, '');
  const form = PersonForm.safeParse({
    name: textOf(cells.name),
    papers: {
      type: papersType ?? 'residentId',
      number: textOf(cells.papersNumber).normalize('NFKC').replace(/\s/g, ''),
      ...(papersType !== 'residentId' && {
        birthDate: birthDate === '' ? undefined : birthDate,
        sex: sex ?? undefined,
      }),
    },
    ...(phone !== '' && { phone }),
    relation: relation ?? 'other',
    careCategories: careCategories ?? [],
    whereabouts: whereabouts ?? 'home',
    registeredResidence: textOf(cells.residence),
  });
  if (!form.success) for (const { path, message } of form.error.issues) errors[columnOf(path)] ??= message;
  else if (form.data.papers.type === 'residentId')
    Object.assign(errors, contradictions(form.data.papers.number, { birthDate, sex, today }), errors);
  else if (form.data.papers.birthDate > today) errors.birthDate = '出生日期在今天之后，请再看一遍';

  if (Object.keys(errors).length > 0 || !form.success || !address.success || tenure === null)
    return { person: null, household: null, errors };
  return {
    person: form.data,
    household: { grid: textOf(cells.grid), address: address.data, tenure },
    errors: null,
  };
}

/** Birthday and sex stand in the number; a roster that says otherwise has one of the two wrong. */
function contradictions(
  number: string,
  { birthDate, sex, today }: { birthDate: string | null; sex: string | null; today: string },
): CellErrors {
  const read = readResidentId(number);
  if (read.birthDate > today) return { papersNumber: '出生日期在今天之后，请再看一遍证件号' };
  return {
    ...(birthDate !== null &&
      birthDate !== '' &&
      birthDate !== read.birthDate && { birthDate: '和身份证号里的出生日期不一样' }),
    ...(sex !== null && sex !== read.sex && { sex: '和身份证号里的性别不一样' }),
  };
}

/** The column that a place in the form came from. */
function columnOf(path: readonly PropertyKey[]): Column {
  switch (path.map(String).join('.')) {
    case 'name':
      return 'name';
    case 'papers.birthDate':
      return 'birthDate';
    case 'papers.sex':
      return 'sex';
    case 'phone':
      return 'phone';
    case 'registeredResidence':
      return 'residence';
    default:
      return 'papersNumber';
  }
}

/** What a cell says, whatever Excel made of it. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof SheetNumber)
    return /^\d+$/.test(cell.written) ? cell.written : String(Number(cell.written));
  if (cell instanceof Date) return toCalendarDate(chinaTime(cell));
  return String(cell).trim();
}

/** YYYY-MM-DD; empty for an empty cell, null for what is no date. */
export function dateOf(cell: Cell): string | null {
  const text = textOf(cell);
  if (text === '') return '';
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

const isCalendarDate = (date: string): boolean => {
  const moment = chinaTime(`${date}T00:00:00+08:00`);
  return moment.isValid() && toCalendarDate(moment) === date;
};

/** Several categories in one cell; null when one of them isn't one. */
function careOf(text: string): PersonFormInput['careCategories'] | null {
  const byLabel = new Map(
    Object.entries(CARE_CATEGORIES).map(([key, label]) => [
      label as string,
      key as keyof typeof CARE_CATEGORIES,
    ]),
  );
  const written = text.split(/[、，,;；/\s]+/).filter((word) => word !== '');
  const found = written.flatMap((word) => byLabel.get(word) ?? []);
  return found.length === written.length ? [...new Set(found)] : null;
}
