import type { PushedList } from '../../../../cloudfunctions/contracts/index';
import { type Errors, wrongOnes } from '../../../shared/form-errors';
import { momentText } from '../../../shared/dates';
import { wrongWords } from '../../../shared/words';

export type Step = PushedList['status'];
export type ListView = {
  listId: string;
  title: string;
  note: string;
  step: Step;
  rows: number;
  done: number;
  lines: { text: string; count: number; tone: 'green' | 'grey' | 'amber' | 'red' }[];
  toFind: number;
  problems: number;
};

export type Form = {
  title: string;
  organisation: string;
  documentNumber: string;
  date: string;
  /** Hours from now until everybody is found, as a choice. */
  hours: string;
  tries: string;
};

export const DEADLINES = [
  { value: '12', text: '12 小时内' },
  { value: '24', text: '1 天内' },
  { value: '72', text: '3 天内' },
];
export const TRIES = ['2', '3', '5'].map((value) => ({ value, text: `${value} 次` }));

/** `now`: epoch ms. */
export function listView(list: PushedList, now: number): ListView {
  const { counts } = list;
  const placed = counts.toFind - list.unplaced;
  const lines: ListView['lines'] = [
    { text: '派给网格员去找', count: placed, tone: 'green' },
    { text: '看不出是哪个村，等镇里派', count: list.unplaced, tone: 'amber' },
    { text: '自己已经申报', count: counts.declared, tone: 'green' },
    { text: '别的名单已经在找', count: counts.listed, tone: 'grey' },
    { text: '填得不对', count: counts.wrong, tone: 'red' },
  ];
  return {
    listId: list.listId,
    title: list.title,
    note: `${list.fileName} · ${list.rows} 行 · ${momentText(list.deadline, now)} 前办完`,
    step: list.status,
    rows: list.rows,
    done: list.done,
    lines: lines.filter(({ count }) => count > 0),
    toFind: counts.toFind + counts.declared,
    problems: counts.wrong + counts.listed + counts.declared,
  };
}

/** What is wrong with the answers, as the contract says it. */
export const wrongForm = (form: Form): Errors =>
  wrongOnes({
    title: wrongWords(form.title, '名单名称', { min: 2, max: 40 }),
    'source.organisation': wrongWords(form.organisation, '发文单位', { min: 2, max: 40 }),
    'source.documentNumber': wrongWords(form.documentNumber, '文号', { min: 0, max: 40 }),
  });
