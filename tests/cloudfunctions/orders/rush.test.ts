import { luckOf, shop, type Told } from '../../support/burst-buyer';
import { outcomeOf } from '../../support/burst-outcome';
import { putFamily } from '../../support/families';
import { ordersNow } from '../../support/placed-orders';
import { putOpenRound, roundItem } from '../../support/rounds';
import { useTownship } from '../../support/township';

jest.setTimeout(120_000);

const township = useTownship({ timers: false });

const round = () =>
  putOpenRound(township, {
    items: [
      roundItem('veg', { limit: 2, stock: 100 }),
      roundItem('egg', { limit: 1, stock: 12 }),
      roundItem('meat', { limit: 1, stock: 9 }),
    ],
  });

test.each([1, 2, 3])(
  'double taps, second phones, retries and edits of forty households at once (%i): nothing oversold, lost or taken twice',
  async (seed) => {
    const wanted = round();
    const told = new Map<string, Told>();
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const { phone, phoneOf, file } = putFamily(township);
        const buyer = {
          householdId: file._id,
          phone,
          second: phoneOf('老伴'),
          luck: luckOf(seed * 1000 + n),
        };
        told.set(file._id, await shop(buyer, wanted, { veg: 1, egg: 1, meat: 1 }));
      }),
    );
    expect(outcomeOf(township, wanted, told)).toEqual({ oversold: 0, lost: 0, duplicated: 0 });
    expect(ordersNow(township, wanted._id)).toHaveLength(40);
  },
);

test('what is oversold, lost or taken twice would be seen', async () => {
  const wanted = round();
  const { phone, phoneOf, file } = putFamily(township);
  const buyer = { householdId: file._id, phone, second: phoneOf('老伴'), luck: () => 0.99 };
  const told = new Map([[file._id, await shop(buyer, wanted, { veg: 1, egg: 1 })]]);
  const outcome = () => outcomeOf(township, wanted, told);
  await township.tamper('round_stock', { _id: wanted._id }, { $inc: { 'remaining.egg': -2 } });
  expect(outcome()).toMatchObject({ duplicated: 2 });
  await township.tamper('orders', { roundId: wanted._id }, { $set: { 'lines.1.quantity': 13 } });
  expect(outcome()).toMatchObject({ oversold: 13, lost: 1 });
  await township.tamper('orders', { roundId: wanted._id }, { $set: { roundId: 'nowhere' } });
  expect(outcome()).toMatchObject({ lost: 1 });
});
