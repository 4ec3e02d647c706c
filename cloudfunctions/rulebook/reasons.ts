import {
  CONTACTS,
  HEALTH_CODES,
  measureWords,
  RISK_LEVELS,
  SYMPTOM_TERMS,
  testDayWords,
} from '../../miniprogram/shared/labels';
import { divisionName } from '../divisions/names';
import type { Condition } from './condition';
import type { Occasion } from './occasions';
import type { ClassificationRow, DiseaseProfile, Facts } from './rulebook.document';

/** A row of the table that holds for somebody, with the stays that it holds for. */
export type AppliedRow = { row: ClassificationRow; occasions: readonly Occasion[] };

/** Why a row applies and what follows, as a sentence that somebody can be read out. */
export function reasonFor(
  { row, occasions }: AppliedRow,
  { facts, condition, profile }: { facts: Facts; condition: Condition; profile: DiseaseProfile },
): string {
  const { contacts, negativeTestWithinDays: test, healthy, feverOrSymptom } = row.when;
  const because = [
    occasions.length > 0 && `过去 ${profile.lookBackDays} 天去过${placesOf(occasions)}`,
    contacts !== undefined && facts.contact !== 'none' && `是病人的${CONTACTS[facts.contact]}`,
    test !== undefined && `${test.days} 天内${test.present ? '有核酸阴性' : '没有核酸阴性结果'}`,
    healthy !== undefined && healthWords(facts, condition),
    healthy === undefined && feverOrSymptom !== undefined && feelingWords(facts, condition),
  ].filter((part) => part !== false);
  return `${[...because, outcomeWords(row)].join('，')}。${row.words}`;
}

/** Why somebody goes to the fever clinic before anything else. */
export function feverClinicReason(facts: Facts, condition: Condition, { feverFrom }: DiseaseProfile): string {
  const because = [
    condition.hasFever &&
      `体温 ${(facts.temperature ?? 0).toFixed(1)}℃，到 ${feverFrom.toFixed(1)}℃ 就算发热`,
    condition.symptoms.length > 0 && `有${symptomWords(condition)}`,
    condition.positive !== null && `${dayOf(condition.positive.date)}的核酸是阳性`,
  ].filter((part) => part !== false);
  return `${because.join('，')}，先去发热门诊，别的都放在后面。`;
}

const placesOf = (occasions: readonly Occasion[]): string =>
  [...new Set(occasions.map(placeWords))].join('、');

function placeWords({ stay, origin, area }: Occasion): string {
  if (stay.where.kind === 'abroad') return `${stay.where.country}（境外）`;
  const name = (divisionName(stay.where.code) ?? stay.where.code).replaceAll(' ', '');
  if (area === null) return `${name}（低风险${origin === 'lowSameCity' ? '，本市' : ''}）`;
  const days =
    area.validTo === null ? `${dayOf(area.validFrom)}起` : `${dayOf(area.validFrom)}到${dayOf(area.validTo)}`;
  return `${name}（${RISK_LEVELS[area.level]}，${days}）`;
}

/** 要居家隔离观察 14 天，第 1、7、14 天做核酸 */
function outcomeWords({ measure, days, testDays, afterNegativeTest }: ClassificationRow): string {
  if (measure === 'freeMovement') return '可以正常出行';
  if (afterNegativeTest)
    return `先临时隔离，做核酸，结果是阴性再${measureWords(afterNegativeTest)}${tail(afterNegativeTest.testDays)}`;
  return `要${measureWords({ measure, days })}${tail(testDays)}`;
}

const tail = (testDays: readonly number[]): string =>
  testDays.length === 0 ? '' : `，${testDayWords(testDays)}`;

const symptomWords = ({ symptoms }: Condition): string =>
  symptoms.map((symptom) => SYMPTOM_TERMS[symptom]).join('、');

/** 绿码、体温正常、没有不舒服; or what of it is not so. */
function healthWords(facts: Facts, condition: Condition): string {
  const code = HEALTH_CODES[facts.healthCode];
  return `${code}，${feelingWords(facts, condition)}`;
}

function feelingWords({ temperature }: Facts, condition: Condition): string {
  const heat = condition.hasFever ? '发热' : temperature === null ? '还没量体温' : '体温正常';
  return `${heat}，${condition.symptoms.length === 0 ? '没有不舒服' : `有${symptomWords(condition)}`}`;
}

/** 11月10日 */
const dayOf = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
