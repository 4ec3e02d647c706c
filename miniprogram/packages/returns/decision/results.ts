import type { MyDeclaration } from '../../../../cloudfunctions/contracts/index';
import { strictnessOf, testDayWords } from '../../../shared/labels';

/** What applies to one person, in words. */
export type Result = {
  declarationId: string;
  name: string;
  words: string;
  tests: string;
  reasons: string[];
  /** 先去发热门诊 */
  feverClinicFirst: boolean;
  tone: 'green' | 'amber' | 'red';
  source: string;
};

type Measure = MyDeclaration['decision']['measure'];

const TONES: Readonly<Record<Measure, Result['tone']>> = {
  freeMovement: 'green',
  healthMonitoring: 'amber',
  homeObservation: 'amber',
  temporaryIsolation: 'red',
  centralQuarantine: 'red',
};

export const resultOf = ({ declarationId, name, decision }: MyDeclaration): Result => ({
  declarationId,
  name,
  words: decision.words,
  tests: testDayWords(decision.testDays),
  reasons: decision.reasons,
  feverClinicFirst: decision.feverClinicFirst,
  tone: decision.feverClinicFirst ? 'red' : TONES[decision.measure],
  source: `${decision.rulebook.title}${decision.rulebook.source === '' ? '' : `（${decision.rulebook.source}）`}`,
});

/** What whoever is under a measure does. The first thing is the most urgent. */
const STEPS: Readonly<Record<Measure, readonly string[]>> = {
  freeMovement: ['到家后照常出门，人多的地方戴口罩', '哪里不舒服，马上告诉网格员或村医'],
  healthMonitoring: [
    '到家后每天早晚量体温，在首页报上来',
    '可以出门，不聚餐、不去人多的地方',
    '到了做核酸的日子，网格员会提醒您',
  ],
  homeObservation: [
    '到家后不出门，不让人来串门，最好一个人住一间',
    '每天早晚量体温，在首页报上来',
    '买菜、倒垃圾找网格员，东西送到门口',
  ],
  temporaryIsolation: [
    '到家后先一个人住一间，不和家人同桌吃饭',
    '尽快做核酸，网格员会来联系',
    '结果出来以后，再按结果办',
  ],
  centralQuarantine: [
    '先不要自己回家，也不要去亲戚家',
    '在原地等，镇里会打电话，安排住处和车',
    '带好身份证、换洗衣服和常吃的药',
  ],
};

const FEVER = ['先戴好口罩，去最近的发热门诊看病，不要坐公交、拼车', '路上少和人说话，把去过的地方告诉医生'];

/** 接下来怎么做, by the strictest of those who travel together. */
export function nextSteps(declarations: readonly MyDeclaration[]): string[] {
  const measures = declarations.map(({ decision }) => decision.measure);
  const strictest = measures.reduce<Measure>(
    (strict, measure) => (strictnessOf(measure) > strictnessOf(strict) ? measure : strict),
    'freeMovement',
  );
  const isSick = declarations.some(({ decision }) => decision.feverClinicFirst);
  return [...(isSick ? FEVER : []), ...STEPS[strictest]];
}
