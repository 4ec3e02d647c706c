import { simulateDays } from '../../bench/measure/observation-days';

test('forty people for fourteen days, with misses, fevers and calls doubled, repeated and delayed: each slot ends once, no alert is lost', async () => {
  const { people, slotsExpected, slotsAccounted, alertsRaised, alertsLost, alertsWrong } = await simulateDays(
    {
      people: 40,
      days: 14,
    },
  );
  expect({ people, slotsExpected, slotsAccounted, alertsLost, alertsWrong }).toEqual({
    people: 40,
    slotsExpected: 40 * 28,
    slotsAccounted: 40 * 28,
    alertsLost: 0,
    alertsWrong: 0,
  });
  expect(alertsRaised).toBeGreaterThan(10);
}, 180_000);
