import { classify } from '../../../cloudfunctions/rulebook/classification';
import { factsOf } from '../../../cloudfunctions/rulebook/facts';
import type { Facts, RiskArea } from '../../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED, SHIPPED_COVID19 } from '../../../cloudfunctions/rulebook/shipped';
import { abroad, area, DECIDED, facts, SANTAI, stay, test as nat, WUHOU, YINZHOU } from './people';

const decide = (more: Partial<Facts>, areas: RiskArea[] = []) =>
  classify(facts(more), SHIPPED_COVID19, areas, DECIDED);
const said = (more: Partial<Facts>, areas: RiskArea[] = []) => {
  const { measure, days, testDays } = decide(more, areas);
  return [measure, days, ...testDays].join(' ');
};
const HIGH = [area(WUHOU, 'high')];
const MEDIUM = [area(WUHOU, 'medium')];
const FROM_WUHOU = { stays: [stay(WUHOU)] };
const TESTED = { tests: [nat('2026-03-12')] };

describe('the rows of the COVID-19 table', () => {
  test.each<[string, Partial<Facts>, RiskArea[], string]>([
    ['from abroad: 7 days home observation', { stays: [abroad()] }, [], 'homeObservation 7 1 7'],
    ['high-risk: central quarantine 14 days', FROM_WUHOU, HIGH, 'centralQuarantine 14'],
    ['high-risk, whatever the test says', { ...FROM_WUHOU, ...TESTED }, HIGH, 'centralQuarantine 14'],
    ['medium-risk, no test: isolated until tested', FROM_WUHOU, MEDIUM, 'temporaryIsolation 2 1'],
    ['key area, no test: the same', FROM_WUHOU, [area(WUHOU, 'key')], 'temporaryIsolation 2 1'],
    [
      'medium-risk, tested: 14 days at home',
      { ...FROM_WUHOU, ...TESTED },
      MEDIUM,
      'homeObservation 14 1 7 14',
    ],
    ['key area, tested', { ...FROM_WUHOU, ...TESTED }, [area(WUHOU, 'key')], 'homeObservation 14 1 7 14'],
    ['low-risk, another province: monitoring', {}, [], 'healthMonitoring 14 7 14'],
    ['low-risk, another city of the province: monitoring', FROM_WUHOU, [], 'healthMonitoring 14 7 14'],
    ['low-risk, the same city: free', { stays: [stay(SANTAI)] }, [], 'freeMovement 0'],
    ['low-risk elsewhere without a green code', { healthCode: 'yellow' }, [], 'homeObservation 14 1 7 14'],
    ['low-risk elsewhere with a fever', { temperature: 37.3 }, [], 'homeObservation 14 1 7 14'],
    ['low-risk elsewhere with a symptom', { symptoms: ['fatigue'] }, [], 'homeObservation 14 1 7 14'],
    [
      'the same city without a code',
      { stays: [stay(SANTAI)], healthCode: 'none' },
      [],
      'healthMonitoring 7 1',
    ],
    ['a close contact', { contact: 'close' }, [], 'centralQuarantine 14'],
    ['a secondary contact', { contact: 'secondary', stays: [stay(SANTAI)] }, [], 'homeObservation 14 1 7 14'],
    ['no stay at all', { stays: [] }, [], 'freeMovement 0'],
    ['not measured yet counts as well', { temperature: null }, [], 'healthMonitoring 14 7 14'],
  ])('%s', (_title, more, areas, outcome) => {
    expect(said(more, areas)).toBe(outcome);
  });

  test('temporary isolation stores what follows a negative test', () => {
    expect(decide(FROM_WUHOU, MEDIUM).afterNegativeTest).toEqual({
      measure: 'homeObservation',
      days: 14,
      testDays: [1, 7, 14],
    });
    expect(decide({}).afterNegativeTest).toBeNull();
  });
});

describe('fever and symptoms come before anything else', () => {
  test.each<[string, Partial<Facts>, boolean]>([
    ['36.5℃ and well', {}, false],
    ['37.2℃, one tenth below the limit', { temperature: 37.2 }, false],
    ['37.3℃, at the limit', { temperature: 37.3 }, true],
    ['a symptom without fever', { symptoms: ['soreThroat'] }, true],
    ['a symptom that this disease does not ask about', { symptoms: ['rash'] }, false],
    ['a positive test', { tests: [nat('2026-03-10', 'positive')] }, true],
    [
      'a positive test taken back by a later one',
      { tests: [nat('2026-03-10', 'positive'), nat('2026-03-12')] },
      false,
    ],
  ])('%s', (_title, more, isFirst) => {
    expect(decide(more).feverClinicFirst).toBe(isFirst);
    expect(decide({ ...more, ...FROM_WUHOU }, HIGH)).toMatchObject({
      measure: 'centralQuarantine',
      feverClinicFirst: isFirst,
    });
  });

  test('it is the first reason', () => {
    const { reasons } = decide({ temperature: 38.5, symptoms: ['dryCough', 'lossOfSmell'] });
    expect(reasons).toEqual([
      '体温 38.5℃，到 37.3℃ 就算发热，有干咳、嗅味觉减退，先去发热门诊，别的都放在后面。',
      '过去 14 天去过浙江省宁波市鄞州区（低风险），绿码，发热，有干咳、嗅味觉减退，要居家隔离观察 14 天，第 1、7、14 天做核酸。这些天不出门，也不让人来家里。',
    ]);
  });

  test('influenza has its own limit and its own symptoms', () => {
    const influenza = SHIPPED.find(({ profile }) => profile.disease === 'influenza')!;
    const withFlu = (more: Partial<Facts>) => classify(facts(more), influenza, [], DECIDED);
    expect(withFlu({ temperature: 37.9 })).toMatchObject({
      measure: 'freeMovement',
      feverClinicFirst: false,
    });
    expect(withFlu({ temperature: 38 })).toMatchObject({
      measure: 'homeObservation',
      feverClinicFirst: true,
    });
    expect(withFlu({ healthCode: 'none' }).measure).toBe('freeMovement');
    expect(withFlu({ contact: 'close' })).toMatchObject({ measure: 'healthMonitoring', days: 7 });
    // Seven days, the day of arrival included, begin on 8 March.
    const thailand = (to: string) => withFlu({ stays: [abroad('2026-03-01', to), stay(SANTAI, to)] }).measure;
    expect(thailand('2026-03-07')).toBe('freeMovement');
    expect(thailand('2026-03-08')).toBe('healthMonitoring');
  });
});

describe('the edges of the days', () => {
  const until = (to: string) => ({ stays: [stay(WUHOU, '2026-02-01', to), stay(SANTAI, to)] });
  test.each<[string, Partial<Facts>, RiskArea[], string]>([
    [
      'a stay ending on the first day of the look-back counts',
      until('2026-03-01'),
      HIGH,
      'centralQuarantine 14',
    ],
    ['a stay ending one day before does not', until('2026-02-28'), HIGH, 'freeMovement 0'],
    [
      'a stay on the day of arrival only',
      { stays: [stay(SANTAI), stay(WUHOU, '2026-03-14')] },
      HIGH,
      'centralQuarantine 14',
    ],
    [
      'an area that begins on the last day of the stay',
      until('2026-03-05'),
      [area(WUHOU, 'high', '2026-03-05')],
      'centralQuarantine 14',
    ],
    [
      'an area that begins the day after',
      until('2026-03-05'),
      [area(WUHOU, 'high', '2026-03-06')],
      'healthMonitoring 14 7 14',
    ],
    [
      'an area not in force yet on arrival',
      FROM_WUHOU,
      [area(WUHOU, 'high', '2026-03-15')],
      'healthMonitoring 14 7 14',
    ],
    [
      'an area that ended on the first day of the stay',
      { stays: [stay(WUHOU, '2026-03-04')] },
      [area(WUHOU, 'high', '2026-02-01', '2026-03-04')],
      'centralQuarantine 14',
    ],
    [
      'an area that ended the day before the stay',
      { stays: [stay(WUHOU, '2026-03-04')] },
      [area(WUHOU, 'high', '2026-02-01', '2026-03-03')],
      'healthMonitoring 14 7 14',
    ],
    [
      'an area that was one only on days of the stay before the window',
      { stays: [stay(WUHOU, '2026-02-01')] },
      [area(WUHOU, 'high', '2026-02-01', '2026-02-28')],
      'healthMonitoring 14 7 14',
    ],
    [
      'a zone downgraded during the stay counts with its higher level',
      FROM_WUHOU,
      [area(WUHOU, 'high', '2026-02-20', '2026-03-02'), area(WUHOU, 'medium', '2026-03-03')],
      'centralQuarantine 14',
    ],
    [
      'a zone downgraded before the stay counts with its lower level',
      { stays: [stay(WUHOU, '2026-03-03')], ...TESTED },
      [area(WUHOU, 'high', '2026-02-20', '2026-03-02'), area(WUHOU, 'medium', '2026-03-03')],
      'homeObservation 14 1 7 14',
    ],
    [
      'a test exactly 7 days before arrival counts',
      { ...FROM_WUHOU, tests: [nat('2026-03-07')] },
      MEDIUM,
      'homeObservation 14 1 7 14',
    ],
    [
      'a test 8 days before does not',
      { ...FROM_WUHOU, tests: [nat('2026-03-06')] },
      MEDIUM,
      'temporaryIsolation 2 1',
    ],
    [
      'a result that is not out yet does not',
      { ...FROM_WUHOU, tests: [nat('2026-03-13', 'waiting')] },
      MEDIUM,
      'temporaryIsolation 2 1',
    ],
    [
      'a negative test before a positive one does not',
      { ...FROM_WUHOU, tests: [nat('2026-03-10'), nat('2026-03-12', 'positive')] },
      MEDIUM,
      'temporaryIsolation 2 1',
    ],
    [
      'of two stays the stricter wins',
      { stays: [stay(WUHOU, '2026-03-01', '2026-03-05'), stay(SANTAI, '2026-03-05')] },
      HIGH,
      'centralQuarantine 14',
    ],
    [
      'of equal measures the longer days, and the tests of both',
      { stays: [abroad('2026-03-01', '2026-03-05'), stay(WUHOU, '2026-03-05')], ...TESTED },
      MEDIUM,
      'homeObservation 14 1 7 14',
    ],
  ])('%s', (_title, more, areas, outcome) => {
    expect(said(more, areas)).toBe(outcome);
  });

  test.each([
    ['2026-03-13T15:59:59.000Z', '2026-03-13'],
    ['2026-03-13T16:00:00.000Z', '2026-03-14'],
    ['2026-03-14T00:00:00+08:00', '2026-03-14'],
    ['2026-03-14T23:59:59+08:00', '2026-03-14'],
  ])('somebody who arrives at %s arrives on %s, midnight being UTC+8', (arrivesAt, day) => {
    const health = { temperature: null, symptoms: [], other: '', contact: 'none' as const };
    const declared = { arrivesAt, stays: [], test: null, health, healthCode: 'green' as const };
    expect(factsOf(declared, '5107').arrivalDate).toBe(day);
  });
});

describe('where somebody was', () => {
  test.each([
    ['the county itself', WUHOU, 'centralQuarantine'],
    ['its whole city', '510100', 'centralQuarantine'],
    ['its whole province', '510000', 'centralQuarantine'],
    ['the county next to it', '510105', 'healthMonitoring'],
    ['another city', '510700', 'healthMonitoring'],
    ['another province', '520000', 'healthMonitoring'],
  ])('an area that is %s', (_title, code, measure) => {
    expect(decide(FROM_WUHOU, [area(code, 'high')]).measure).toBe(measure);
  });

  test.each([
    ['a county of the same city', '5107', '510704', 'freeMovement'],
    ['another city of the province', '5107', '510107', 'healthMonitoring'],
    ['two districts of 重庆, which is one city', '50', '500103', 'freeMovement'],
    ['its counties too', '5001', '500229', 'freeMovement'],
    ['a town whose place is not known yet', '', '510704', 'healthMonitoring'],
  ])('%s', (_title, homeCity, code, measure) => {
    expect(decide({ homeCity, stays: [stay(code)] }).measure).toBe(measure);
  });

  test('the reason names the places, their days and what follows', () => {
    const { reasons, rows, areas } = decide(
      { stays: [stay(YINZHOU, '2026-03-01', '2026-03-05'), stay(WUHOU, '2026-03-05')], ...TESTED },
      [area('510100', 'medium', '2026-03-02'), area('120000', 'high')],
    );
    expect(rows).toEqual(['mediumTested', 'lowElsewhere']);
    expect(reasons[0]).toBe(
      '过去 14 天去过四川省成都市武侯区（中风险，3月2日起），7 天内有核酸阴性，要居家隔离观察 14 天，第 1、7、14 天做核酸。这些天不出门，也不让人来家里。',
    );
    expect(reasons[1]).toMatch(
      /^过去 14 天去过浙江省宁波市鄞州区（低风险），绿码，体温正常，没有不舒服，要健康监测 14 天/,
    );
    // Only the areas that touched a stay are kept with the decision.
    expect(areas).toEqual([area('510100', 'medium', '2026-03-02')]);
  });
});
