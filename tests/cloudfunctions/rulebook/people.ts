import type { Facts, RiskArea, RiskLevel } from '../../../cloudfunctions/rulebook/rulebook.document';
import type { NucleicAcidTest, Stay } from '../../../cloudfunctions/contracts/health';

/** Everybody arrives on this day, in a town of 绵阳市; the look-back of 14 days begins on 1 March. */
export const ARRIVAL = '2026-03-14';
export const DECIDED = '2026-03-14T18:00:00+08:00';
/** 四川省成都市武侯区 */
export const WUHOU = '510107';
/** 四川省绵阳市三台县, in the town's own city. */
export const SANTAI = '510722';
/** 浙江省宁波市鄞州区 */
export const YINZHOU = '330212';

export const stay = (code: string, from = '2026-03-01', to = ARRIVAL): Stay => ({
  where: { kind: 'division', code },
  from,
  to,
});
export const abroad = (from = '2026-03-01', to = ARRIVAL): Stay => ({
  where: { kind: 'abroad', country: '泰国' },
  from,
  to,
});
export const area = (
  code: string,
  level: RiskLevel,
  validFrom = '2026-03-01',
  validTo: string | null = null,
): RiskArea => ({ code, level, validFrom, validTo });
export const test = (date: string, result: NucleicAcidTest['result'] = 'negative'): NucleicAcidTest => ({
  date,
  result,
  place: '',
});

/** Somebody well, with a green code and without a test, from a low-risk county of another province. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  arrivalDate: ARRIVAL,
  stays: [stay(YINZHOU)],
  tests: [],
  contact: 'none',
  healthCode: 'green',
  temperature: 36.5,
  symptoms: [],
  homeCity: '5107',
  ...more,
});
