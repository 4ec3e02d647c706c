import readXlsxFile from 'read-excel-file/universal';
import { newRequestId } from '../../support/forms';
import { householdsOf, orderOf, ordersNow, putOrders } from '../../support/placed-orders';
import { distributionFrom, putOpenRound, roundItem, roundNow } from '../../support/rounds';
import { putItem, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const HOUR = 3_600_000;

test('the spreadsheet adds up: totals, what goes to which place, and what is packed for whom; nobody is named by more than head and group', async () => {
  const supplier = putSupplier(township, township.here);
  const duck = putItem(township, supplier, { name: '鸭蛋', unit: '板', price: 9000 });
  const round = putOpenRound(township, {
    supplierId: supplier._id,
    items: [
      roundItem('veg', { name: '蔬菜包' }),
      roundItem('egg', { name: '鸡蛋', unit: '板', price: 2350 }),
    ],
    distribution: distributionFrom(township.simulator.clock.now(), 3),
  });
  const files = householdsOf(township, township.here.gridId).slice(0, 14);
  putOrders(
    township,
    files.map((file, at) =>
      orderOf(
        township,
        round,
        file,
        { veg: 1 + (at % 2), egg: 1 },
        {
          care: [],
          ...(at === 0 && { wish: { way: 'door', pointId: null } }),
        },
      ),
    ),
  );
  await township.simulator.clock.advance(25 * HOUR);
  for (let ticks = 0; ticks < 3; ticks += 1) await township.simulator.fireTimer('rounds');
  const seller = township.as(township.holderOf('supplier', township.here.gridPath));
  await seller.get('purchase', 'confirm', {
    requestId: newRequestId(),
    roundId: round._id,
    version: roundNow(township, round._id).version,
    items: [
      { itemId: 'veg', quantity: 21 },
      { itemId: 'egg', quantity: 10, substitute: { itemId: duck._id, quantity: 2 } },
    ],
  });

  const { base64 } = await seller.get('purchase', 'sheet', { roundId: round._id });
  const file = new Uint8Array(Buffer.from(base64, 'base64')).buffer;
  const sheets = new Map((await readXlsxFile(file)).map(({ sheet, data }) => [sheet, data]));
  expect([...sheets.keys()]).toEqual(['采购单', '分点送货', '装袋单']);
  const [, vegetables, eggs] = sheets.get('采购单')!;
  expect(vegetables).toEqual(['蔬菜包', '5 样，约 8 斤', '份', '25', '21', '14', '21', null, '525']);
  // What comes instead costs no more than what it stands for.
  expect(eggs).toEqual(['鸡蛋', '5 样，约 8 斤', '板', '23.5', '14', '14', '10', '鸭蛋 2 板', '282']);

  const [headings, households, ...goods] = sheets.get('分点送货')!;
  expect(headings).toEqual(['品名', '单位', '合计', '文化广场', '小学门口', '送上门', '没排上时间']);
  expect(households).toEqual(['户数', '户', '14', '6', '6', '1', '1']);
  const totalOf = (name: string) =>
    goods
      .find(([first]) => first === name)
      ?.slice(2)
      .map(Number);
  for (const [name, total] of [
    ['蔬菜包', 21],
    ['鸡蛋', 10],
    ['鸭蛋', 2],
  ] as const) {
    const [sum, ...places] = totalOf(name)!;
    expect([name, sum, places.reduce((all, one) => all + one, 0)]).toEqual([name, total, total]);
  }

  const [, ...packed] = sheets.get('装袋单')!;
  const orders = ordersNow(township, round._id);
  expect(packed.map((row) => row[4]).sort()).toEqual(orders.map(({ headName }) => headName).sort());
  expect(packed.reduce((sum, row) => sum + Number(row[6]) * 100, 0)).toBe(
    orders.reduce((sum, { due }) => sum + due, 0),
  );
  const words = packed.flat().join(' ');
  for (const { address, people } of files) {
    expect(words).not.toContain(address);
    for (const { phoneMask, papersMask } of people)
      for (const mask of [phoneMask, papersMask]) if (mask) expect(words).not.toContain(mask);
  }
});
