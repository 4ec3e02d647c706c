import {
  CARE_CATEGORIES,
  PAPERS,
  RELATIONS,
  SEXES,
  TENURES,
  WHEREABOUTS,
  type RelationName,
} from '../../miniprogram/shared/labels';

/** The spreadsheet's headings, in the template's order. One row a person; rows with the same 户编号 are one household. */
export const COLUMNS = {
  household: '户编号',
  name: '姓名',
  relation: '与户主关系',
  papersType: '证件类型',
  papersNumber: '证件号码',
  birthDate: '出生日期',
  sex: '性别',
  phone: '手机号',
  grid: '组',
  address: '住址',
  tenure: '住房',
  care: '重点照顾',
  whereabouts: '现在在哪里',
  residence: '户口所在地',
} as const;
export type Column = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** Without these columns it isn't a roster. */
export const NEEDED: readonly Column[] = ['household', 'name', 'relation', 'papersNumber', 'grid', 'address'];

/** What stands under each heading, for the template's second sheet. */
export const EXPLAINED: Readonly<Record<Column, string>> = {
  household: '同一户写同一个编号，例如 1、2、3。必填',
  name: '必填',
  relation: `必填。每户一位户主。可填：${Object.values(RELATIONS).join('；')}`,
  papersType: `不填就是身份证。可填：${Object.values(PAPERS).join('；')}`,
  papersNumber: '必填。单元格格式要设成“文本”，不然身份证号后几位会丢',
  birthDate: '有身份证的不用填；其他证件必填，例如 1985-06-01',
  sex: `有身份证的不用填；其他证件必填。可填：${Object.values(SEXES).join('；')}`,
  phone: '11 位手机号，可以不填',
  grid: '户主那一行必填，写本村下面最小的网格名',
  address: '户主那一行必填，写门牌或位置',
  tenure: `写在户主那一行，不填就是自家的房。可填：${Object.values(TENURES).join('；')}`,
  care: `可以不填，几样用顿号隔开。可填：${Object.values(CARE_CATEGORIES).join('；')}`,
  whereabouts: `不填就是在家。可填：${Object.values(WHEREABOUTS).join('；')}`,
  residence: '户口在本地的不用填',
};

/** What villages write in their own rolls besides our words (GB/T 4761 names more than a village needs). */
export const OTHER_RELATION_WORDS: Readonly<Record<string, RelationName>> = {
  本人: 'head',
  妻子: 'spouse',
  丈夫: 'spouse',
  妻: 'spouse',
  夫: 'spouse',
  儿子: 'child',
  女儿: 'child',
  子: 'child',
  女: 'child',
  儿媳: 'childInLaw',
  女婿: 'childInLaw',
  孙子: 'grandchild',
  孙女: 'grandchild',
  外孙: 'grandchild',
  外孙女: 'grandchild',
  父亲: 'parent',
  母亲: 'parent',
  父: 'parent',
  母: 'parent',
  岳父: 'parent',
  岳母: 'parent',
  公公: 'parent',
  婆婆: 'parent',
  爷爷: 'grandparent',
  奶奶: 'grandparent',
  哥哥: 'sibling',
  弟弟: 'sibling',
  姐姐: 'sibling',
  妹妹: 'sibling',
};
