import fc from 'fast-check';
import { type Fetching, planSlots, type SlotSpace } from '../../../cloudfunctions/purchase/slot-plan';

const TEAMS = ['team-1', 'team-2', 'team-3', 'team-4', 'team-5'];
const POINTS = ['square', 'school', 'bridge'];

const slot = (pointId: string, from: string, free: number): SlotSpace => ({
  slotId: `${pointId}-${from}`,
  pointId,
  date: '2026-03-13',
  from,
  free,
});
const household = (id: string, more: Partial<Fetching> = {}): Fetching => ({
  id,
  team: 'team-1',
  care: false,
  pointId: null,
  at: '08:00',
  ...more,
});
const crowd = (team: string, size: number, more: Partial<Fetching> = {}): Fetching[] =>
  Array.from({ length: size }, (_, index) => household(`${team}-${index}`, { team, ...more }));

const anySlots: fc.Arbitrary<SlotSpace[]> = fc
  .array(
    fc.record({
      pointId: fc.constantFrom(...POINTS),
      date: fc.constantFrom('2026-03-13', '2026-03-14'),
      from: fc.constantFrom('09:00', '09:30', '10:00', '10:30'),
      free: fc.integer({ min: -1, max: 12 }),
    }),
    { maxLength: 14 },
  )
  .map((slots) => slots.map((one, index) => ({ ...one, slotId: `slot-${index}` })));
const anyHouseholds: fc.Arbitrary<Fetching[]> = fc
  .array(
    fc.record({
      team: fc.constantFrom(...TEAMS),
      care: fc.boolean(),
      pointId: fc.constantFrom(null, 'nowhere', ...POINTS),
      at: fc.constantFrom('08:00', '09:00', '10:00'),
    }),
    { maxLength: 90 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `order-${index}` })));

const countBy = (ids: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};
const roomOf = (slots: readonly SlotSpace[]): number =>
  slots.reduce((sum, { free }) => sum + Math.max(0, free), 0);

describe('pickup times', () => {
  test('no slot takes more than it has room for, and everybody has a time or is named as having none', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const { slotOf, unplaced } = planSlots(slots, households);
        const taken = countBy(slotOf.values());
        for (const [slotId, count] of taken)
          expect(count).toBeLessThanOrEqual(slots.find((one) => one.slotId === slotId)?.free ?? -1);
        expect(unplaced).toHaveLength(Math.max(0, households.length - roomOf(slots)));
        expect([...slotOf.keys(), ...unplaced].sort()).toEqual(households.map(({ id }) => id).sort());
      }),
    );
  });

  test('where there is not room for all, whoever waits is not of the care categories before the others have waited', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const { slotOf, unplaced } = planSlots(slots, households);
        const careWaits = households.some(({ id, care }) => care && unplaced.includes(id));
        const othersGo = households.some(({ id, care }) => !care && slotOf.has(id));
        expect(careWaits && othersGo).toBe(false);
      }),
    );
  });

  test('a wished point is kept as long as it has room', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const { slotOf } = planSlots(slots, households);
        const pointOf = (id: string) => slots.find(({ slotId }) => slotId === slotOf.get(id))?.pointId;
        for (const pointId of POINTS) {
          const room = roomOf(slots.filter((one) => one.pointId === pointId));
          const wishing = households.filter((one) => one.pointId === pointId && slotOf.has(one.id));
          const kept = wishing.filter(({ id }) => pointOf(id) === pointId);
          expect(kept).toHaveLength(Math.min(room, wishing.length));
        }
      }),
    );
  });

  test('the slots of a point fill evenly: each its part of the households, within one', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const taken = countBy(planSlots(slots, households).slotOf.values());
        for (const pointId of POINTS) {
          const here = slots.filter((one) => one.pointId === pointId);
          const fetching = here.reduce((sum, { slotId }) => sum + (taken.get(slotId) ?? 0), 0);
          for (const { slotId, free } of here) {
            const part = roomOf(here) === 0 ? 0 : (fetching * Math.max(0, free)) / roomOf(here);
            expect(Math.abs((taken.get(slotId) ?? 0) - part)).toBeLessThan(1);
          }
        }
      }),
    );
  });

  test('neighbours of a team come to a point in slots that follow one another', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const { slotOf } = planSlots(slots, households);
        const inTime = [...slots].sort((one, other) =>
          `${one.date} ${one.from} ${one.slotId}` < `${other.date} ${other.from} ${other.slotId}` ? -1 : 1,
        );
        const taken = countBy(slotOf.values());
        for (const pointId of POINTS) {
          const used = inTime.filter((one) => one.pointId === pointId && taken.has(one.slotId));
          for (const team of TEAMS) {
            const theirs = households.filter((one) => one.team === team);
            const places = used.flatMap(({ slotId }, index) =>
              theirs.some(({ id }) => slotOf.get(id) === slotId) ? [index] : [],
            );
            expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
          }
        }
      }),
    );
  });

  test('the order in which orders are read changes nothing', () => {
    fc.assert(
      fc.property(anySlots, anyHouseholds, (slots, households) => {
        const there = planSlots(slots, households);
        const back = planSlots([...slots].reverse(), [...households].reverse());
        expect([...back.slotOf].sort()).toEqual([...there.slotOf].sort());
        expect(back.unplaced).toEqual(there.unplaced);
      }),
    );
  });

  test('two small teams without a wish go to a point each, and stay together there', () => {
    const slots = [slot('square', '09:00', 10), slot('school', '09:00', 10)];
    const { slotOf } = planSlots(slots, [...crowd('team-1', 6), ...crowd('team-2', 6)]);
    for (const team of ['team-1', 'team-2'])
      expect(new Set(crowd(team, 6).map(({ id }) => slotOf.get(id))).size).toBe(1);
    expect(new Set(slotOf.values()).size).toBe(2);
  });

  test('neighbours without a wish go where the team goes already', () => {
    const slots = [slot('school', '09:00', 20), slot('square', '09:00', 20)];
    const { slotOf } = planSlots(slots, [
      ...crowd('team-1', 3, { pointId: 'square' }),
      household('quiet', { team: 'team-1' }),
    ]);
    expect(slotOf.get('quiet')).toBe('square-09:00');
  });

  test('those of a team who need help come one after another, so that one helper carries for them all', () => {
    const slots = [slot('square', '09:00', 4), slot('square', '09:30', 4)];
    const team = crowd('team-1', 8).map((one, index) => ({ ...one, care: index >= 5 }));
    const { slotOf } = planSlots(slots, team);
    expect([5, 6, 7].map((index) => slotOf.get(`team-1-${index}`))).toEqual(Array(3).fill('square-09:00'));
  });

  test('without any slot everybody is named as having none', () => {
    expect(planSlots([], crowd('team-1', 2))).toEqual({
      slotOf: new Map(),
      unplaced: ['team-1-0', 'team-1-1'],
    });
  });
});
