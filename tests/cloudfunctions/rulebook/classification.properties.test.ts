import fc from 'fast-check';
import { MEASURES, Symptom } from '../../../cloudfunctions/contracts/health';
import { classify } from '../../../cloudfunctions/rulebook/classification';
import type { Decision, Facts, RiskArea } from '../../../cloudfunctions/rulebook/rulebook.document';
import { SHIPPED } from '../../../cloudfunctions/rulebook/shipped';
import { DECIDED } from './people';

const day = fc
  .integer({ min: 0, max: 34 })
  .map((n) => new Date(Date.UTC(2026, 1, 10 + n)).toISOString().slice(0, 10));
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const county = fc.constantFrom('510107', '510105', '510722', '330212', '500103', '110101');
const where = fc.oneof(
  { weight: 6, arbitrary: county.map((code) => ({ kind: 'division' as const, code })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'abroad' as const, country: '泰国' }) },
);
const stay = fc.tuple(where, days).map(([place, span]) => ({ where: place, ...span }));
const area: fc.Arbitrary<RiskArea> = fc.record({
  code: fc.oneof(county, fc.constantFrom('510100', '510000', '330000')),
  level: fc.constantFrom('high' as const, 'medium' as const, 'key' as const),
  validFrom: day,
  validTo: fc.option(day),
});
const facts: fc.Arbitrary<Facts> = fc.record({
  arrivalDate: fc.constant('2026-03-14'),
  stays: fc.array(stay, { maxLength: 5 }),
  tests: fc.array(
    fc.record({
      date: day,
      place: fc.constant(''),
      result: fc.constantFrom('negative', 'positive', 'waiting'),
    }),
    { maxLength: 2 },
  ),
  contact: fc.constantFrom('none', 'close', 'secondary'),
  healthCode: fc.constantFrom('green', 'yellow', 'red', 'none'),
  temperature: fc.option(fc.integer({ min: 350, max: 410 }).map((tenths) => tenths / 10)),
  symptoms: fc.subarray(Symptom.options),
  homeCity: fc.constantFrom('5107', '50', ''),
});
const rulebook = fc.constantFrom(...SHIPPED);
const areas = fc.array(area, { maxLength: 6 });

const strictness = ({ measure, days: counted }: Pick<Decision, 'measure' | 'days'>): number =>
  MEASURES.indexOf(measure) * 1000 + counted;

test('the strictest measure among the rows that hold always wins', () => {
  fc.assert(
    fc.property(facts, rulebook, areas, (who, rules, risks) => {
      const decision = classify(who, rules, risks, DECIDED);
      const rows = decision.rows.map((id) => rules.classification.find((row) => row.id === id)!);
      const strictest = rows.reduce((most, row) => Math.max(most, strictness(row)), 0);
      expect(strictness(decision)).toBe(strictest);
    }),
    { numRuns: 500 },
  );
});

test('one stay more never makes a decision milder', () => {
  fc.assert(
    fc.property(facts, rulebook, areas, stay, (who, rules, risks, more) => {
      const before = classify(who, rules, risks, DECIDED);
      const after = classify({ ...who, stays: [...who.stays, more] }, rules, risks, DECIDED);
      expect(strictness(after)).toBeGreaterThanOrEqual(strictness(before));
      expect(after.feverClinicFirst).toBe(before.feverClinicFirst);
    }),
    { numRuns: 500 },
  );
});

test('replayed with the areas and the version that it stores, a decision is the same to the letter', () => {
  fc.assert(
    fc.property(facts, rulebook, areas, (who, rules, risks) => {
      const decision = classify(who, rules, risks, DECIDED);
      expect(classify(who, rules, decision.areas, decision.decidedAt)).toEqual(decision);
      expect(
        classify({ ...who, stays: [...who.stays].reverse() }, rules, [...risks].reverse(), DECIDED),
      ).toEqual(decision);
    }),
    { numRuns: 500 },
  );
});

test('whoever was somewhere is under some row of the table', () => {
  fc.assert(
    fc.property(facts, rulebook, areas, (who, rules, risks) => {
      const first = new Date(Date.UTC(2026, 2, 15 - rules.profile.lookBackDays)).toISOString().slice(0, 10);
      fc.pre(who.stays.some(({ to }) => to >= first));
      expect(classify(who, rules, risks, DECIDED).rows).not.toEqual([]);
    }),
  );
});
