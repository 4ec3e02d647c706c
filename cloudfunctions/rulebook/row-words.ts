import { CONTACTS, measureWords, testDayWords } from '../../miniprogram/shared/labels';
import type { ClassificationRow, Origin } from './rulebook.document';

const ORIGINS: Readonly<Record<Origin, string>> = {
  abroad: '境外',
  high: '高风险地区',
  medium: '中风险地区',
  key: '重点地区',
  lowElsewhere: '外省外市的低风险地区',
  lowSameCity: '本市的低风险地区',
};

/** A row of the table as a sentence: when it holds, and what follows. */
export const rowWords = (row: ClassificationRow, lookBackDays: number): { when: string; then: string } => ({
  when: whenWords(row, lookBackDays),
  then: thenWords(row),
});

/** 过去 14 天去过中风险地区或重点地区，7 天内没有核酸阴性结果 */
function whenWords({ when }: ClassificationRow, lookBackDays: number): string {
  const { origins, contacts, negativeTestWithinDays: test, healthy, feverOrSymptom } = when;
  const parts = [
    origins && `过去 ${lookBackDays} 天去过${origins.map((origin) => ORIGINS[origin]).join('或')}`,
    contacts && `是病人的${contacts.map((contact) => CONTACTS[contact]).join('或')}`,
    test && `${test.days} 天内${test.present ? '有核酸阴性' : '没有核酸阴性结果'}`,
    healthy !== undefined && (healthy ? '绿码、体温正常、没有症状' : '不是绿码，或发热，或有症状'),
    feverOrSymptom !== undefined && (feverOrSymptom ? '发热或有症状' : '不发热，没有症状'),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? '所有来返人员' : parts.join('，');
}

/** 临时隔离 2 天，第 1 天做核酸；阴性以后居家隔离观察 14 天，第 1、7、14 天做核酸 */
function thenWords({ afterNegativeTest: after, ...row }: ClassificationRow): string {
  const words = (outcome: Pick<ClassificationRow, 'measure' | 'days' | 'testDays'>) =>
    [measureWords(outcome), testDayWords(outcome.testDays)].filter((part) => part !== '').join('，');
  return after ? `${words(row)}；阴性以后${words(after)}` : words(row);
}
