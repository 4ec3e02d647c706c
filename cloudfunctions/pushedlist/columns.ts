import { PAPERS } from '../../miniprogram/shared/labels';

/** The spreadsheet's headings, in the template's order. One row a person. */
export const COLUMNS = {
  name: '姓名',
  papersType: '证件类型',
  papersNumber: '证件号码',
  phone: '手机号',
  cameFrom: '从哪里来',
  arrivesOn: '到达日期',
  address: '住址',
} as const;
export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
export const COLUMN_WIDTHS = [12, 10, 24, 16, 24, 14, 40];

/** Without these columns it is no list of people. */
export const NEEDED: readonly Column[] = ['name', 'papersNumber', 'address'];

/** What stands under each heading, for the template's second sheet. */
export const EXPLAINED: Readonly<Record<Column, string>> = {
  name: '必填',
  papersType: `不填就是身份证。可填：${Object.values(PAPERS).join('；')}`,
  papersNumber: '必填。单元格格式要设成“文本”，不然身份证号后几位会丢',
  phone: '11 位手机号，可以不填',
  cameFrom: '可以不填，例如 浙江省宁波市',
  arrivesOn: '可以不填，例如 2026-11-20',
  address: '必填。写到村和组，就能自动派给网格员，例如 柳溪村三组 12 号',
};
