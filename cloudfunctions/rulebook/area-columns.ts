import { RISK_LEVELS } from '../../miniprogram/shared/labels';

/** The spreadsheet's headings, in the template's order. One row an area. */
export const AREA_COLUMNS = {
  code: '行政区划代码',
  place: '地方',
  level: '风险等级',
  validFrom: '从哪天起',
  validTo: '到哪天止',
} as const;
export type AreaColumn = keyof typeof AREA_COLUMNS;
export const AREA_COLUMN_NAMES = Object.keys(AREA_COLUMNS) as AreaColumn[];

/** Without these columns it is no list of areas; of code and place one is enough. */
export const NEEDED: readonly AreaColumn[] = ['level', 'validFrom'];

export const EXPLAINED: Readonly<Record<AreaColumn, string>> = {
  code: '6 位数字，例如 510107。写整个市用 510100，整个省用 510000。代码和地方写一样就行',
  place: '例如 四川省成都市武侯区。名字在全国不止一个时要写上省和市',
  level: `必填。可填：${Object.values(RISK_LEVELS).join('；')}`,
  validFrom: '必填，例如 2026-11-10。可以写以前的日子，去过的人会被找出来',
  validTo: '不填就是一直有效，以后再解除',
};

export const AREA_SHEET = '风险区域';
export const AREA_WIDTHS = [16, 30, 12, 14, 14];
