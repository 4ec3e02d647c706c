import { halfText, readingText, slotText, slotWhen } from '../../../miniprogram/shared/slot-words';

const TODAY = '2026-03-12';

it.each([
  ['2026-03-12-am', '3月12日 早上', '早上', '早体温'],
  ['2026-03-12-pm', '3月12日 晚上', '晚上', '晚体温'],
])('%s reads %s', (slot, text, half, reading) =>
  expect([slotText(slot), halfText(slot), readingText(slot)]).toEqual([text, half, reading]),
);

it.each([
  ['2026-03-12-pm', '今天晚上'],
  ['2026-03-11-pm', '昨天晚上'],
  ['2026-03-13-am', '明天早上'],
  ['2026-03-10-am', '3月10日 早上'],
])('seen on the evening of the 12th, %s is %s', (slot, when) => expect(slotWhen(slot, TODAY)).toBe(when));
