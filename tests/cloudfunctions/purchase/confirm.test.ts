import type { PurchaseList } from '../../../cloudfunctions/contracts/purchase';
import type { ItemDocument } from '../../../cloudfunctions/catalogue/item.document';
import type { SupplierDocument } from '../../../cloudfunctions/catalogue/supplier.document';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import { readFirstSheet } from '../../../cloudfunctions/roster/sheet';
import { newRequestId } from '../../support/forms';
import { householdsOf, orderOf, ordersNow, putOrders } from '../../support/placed-orders';
import { putOpenRound, roundItem, roundNow } from '../../support/rounds';
import { putItem, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const HOUR = 3_600_000;

type Scene = { round: RoundDocument; supplier: SupplierDocument; other: ItemDocument; pills: ItemDocument };

/** A round with a shop of the village; ten households of it ordered two bags of vegetables each, the first of them lives alone. */
function openRound(): Scene {
  const supplier = putSupplier(township, township.here);
  const other = putItem(township, supplier, { name: '大白菜', price: 3000 });
  const pills = putItem(township, supplier, { name: '布洛芬', category: 'medicine', drugClass: 'fever' });
  const round = putOpenRound(township, {
    supplierId: supplier._id,
    items: [
      roundItem('veg', { name: '蔬菜包', price: 2500 }),
      roundItem('pill', { name: '维生素', category: 'medicine' }),
      roundItem('rice'),
    ],
  });
  const files = householdsOf(township, township.here.gridId).slice(0, 10);
  putOrders(
    township,
    files.map((file, index) =>
      orderOf(
        township,
        round,
        file,
        { veg: 2, ...(index === 9 && { pill: 1 }) },
        { care: index === 0 ? ['livingAloneElderly'] : [], substitutes: index % 2 === 0 },
      ),
    ),
  );
  return { round, supplier, other, pills };
}

/** The same after cut-off, by the timer. */
async function summed(): Promise<Scene> {
  const scene = openRound();
  await township.simulator.clock.advance(25 * HOUR);
  for (let ticks = 0; ticks < 3; ticks += 1) await township.simulator.fireTimer('rounds');
  return scene;
}

const seller = (where: 'here' | 'there' = 'here', which = '1') =>
  township.as(township.holderOf('supplier', township[where].gridPath, which));
const leader = (where: 'here' | 'there' = 'here') =>
  township.as(township.holderOf('gridLeader', township[where].gridPath));
const listOf = async ({ round }: Scene): Promise<PurchaseList> =>
  seller().get('purchase', 'list', { roundId: round._id });

type Said = { itemId: string; quantity: number; substitute?: { itemId: string; quantity: number } | null };
const saying = ({ round }: Scene, items: Said[], changes: { version?: number } = {}) => ({
  requestId: newRequestId(),
  roundId: round._id,
  version: roundNow(township, round._id).version,
  items,
  ...changes,
});
const ALL: Said[] = [
  { itemId: 'veg', quantity: 20 },
  { itemId: 'pill', quantity: 1 },
];

describe('after cut-off the supplier', () => {
  test('sees one list with the sum of every item, by the timer and without a household in it', async () => {
    const scene = await summed();
    const list = await listOf(scene);
    expect(list).toMatchObject({
      stage: 'confirm',
      demand: { orders: 10, pieces: 21 },
      slotting: { pickup: 10, door: 0, unplaced: 0 },
      short: null,
    });
    expect(list.items.map(({ itemId, demanded, orders }) => [itemId, demanded, orders])).toEqual([
      ['veg', 20, 10],
      ['pill', 1, 1],
      ['rice', 0, 0],
    ]);
    for (const { headName } of ordersNow(township, scene.round._id))
      expect(JSON.stringify(list)).not.toContain(headName);
    const { rounds } = await seller().get('purchase', 'rounds', { state: 'waiting' });
    expect(rounds.find(({ roundId }) => roundId === scene.round._id)?.stage).toBe('confirm');
  });

  test('finds its own rounds only, and drafts never', async () => {
    const scene = openRound();
    const { rounds } = await seller('there').get('purchase', 'rounds', { state: 'waiting' });
    expect(rounds).toEqual([]);
    const draft = putOpenRound(township, { supplierId: scene.supplier._id, changes: { status: 'draft' } });
    for (const [who, roundId] of [
      ['there', scene.round._id],
      ['here', draft._id],
    ] as const)
      expect(await seller(who).call('purchase', 'list', { roundId })).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
  });

  test('can say nothing of what comes while people still order', async () => {
    const scene = openRound();
    expect(await seller().call('purchase', 'confirm', saying(scene, ALL))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: '还没有截止，大家还在订。截止以后再确认' },
    });
  });

  test('confirms that everything comes, and every household gets what it ordered', async () => {
    const scene = await summed();
    const list = await seller().get('purchase', 'confirm', saying(scene, ALL));
    expect(list).toMatchObject({ stage: 'bring', short: { pieces: 0, orders: 0 } });
    for (const { lines, ordered, due } of ordersNow(township, scene.round._id)) {
      expect(lines.every(({ allotted, quantity }) => allotted === quantity)).toBe(true);
      expect(due).toBe(ordered);
    }
  });

  test('is short of something: care categories first, one each in turn, and something else for who allows it, never dearer', async () => {
    const scene = await summed();
    const list = await seller().get(
      'purchase',
      'confirm',
      saying(scene, [
        { itemId: 'veg', quantity: 13, substitute: { itemId: scene.other._id, quantity: 3 } },
        { itemId: 'pill', quantity: 1 },
      ]),
    );
    expect(list).toMatchObject({ stage: 'bring', short: { pieces: 4, orders: 4 } });
    const orders = ordersNow(township, scene.round._id);
    expect(orders.map(({ lines }) => lines[0]!.allotted)).toEqual([2, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
    const instead = orders.map(({ lines }) => lines[0]!.substitute);
    expect(instead[4]).toEqual({ itemId: scene.other._id, quantity: 1, price: 2500 });
    expect(instead.filter(Boolean)).toHaveLength(3);
    expect(orders.filter(({ substitutes }) => !substitutes).every(({ lines }) => !lines[0]!.substitute)).toBe(
      true,
    );
    expect(orders[4]!.due).toBe(2 * 2500);
    expect(orders[3]!.due).toBe(2500);
  });

  test('says again what comes until the goods are there, and the shares follow', async () => {
    const scene = await summed();
    await seller().get('purchase', 'confirm', saying(scene, [{ itemId: 'veg', quantity: 5 }, ALL[1]!]));
    const list = await seller().get('purchase', 'confirm', saying(scene, ALL));
    expect(list.short).toEqual({ pieces: 0, orders: 0 });
    const there = await seller().get('purchase', 'arrive', {
      requestId: newRequestId(),
      roundId: scene.round._id,
      version: list.version,
    });
    expect(there).toMatchObject({ stage: 'handingOut', status: 'arrived' });
    expect(await seller().call('purchase', 'confirm', saying(scene, ALL))).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: '已经到货了，不能再改到货数量' },
    });
  });

  test('taps twice, or somebody else was first: said once', async () => {
    const scene = await summed();
    const said = saying(scene, ALL);
    const replies = await Promise.all([
      seller().call('purchase', 'confirm', said),
      seller().call('purchase', 'confirm', said),
      seller('here', '2').call(
        'purchase',
        'confirm',
        saying(scene, [{ itemId: 'veg', quantity: 1 }, ALL[1]!]),
      ),
    ]);
    expect(replies.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(1);
    const acts = roundNow(township, scene.round._id).changes.filter(({ what }) =>
      what.startsWith('确认到货'),
    );
    expect(acts).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('CONFLICT');
  });

  test.each<[string, (scene: Scene) => Said[], string, string]>([
    [
      'more than was ordered',
      () => [{ itemId: 'veg', quantity: 21 }, ALL[1]!],
      'items.0.quantity',
      '蔬菜包一共只订了 20 份，不用多送',
    ],
    ['nothing of an item', () => [ALL[0]!], 'items', '还有维生素没填，没有货就填 0'],
    [
      'an item of another round',
      () => [...ALL, { itemId: 'salt', quantity: 1 }],
      'items.2.itemId',
      '这一批里没有这样东西，请刷新再看',
    ],
    [
      'something else though nothing is missing',
      ({ other }) => [{ ...ALL[0]!, substitute: { itemId: other._id, quantity: 1 } }, ALL[1]!],
      'items.0.substitute',
      '蔬菜包不缺，不用代替',
    ],
    [
      'something else for a medicine',
      ({ other }) => [
        ALL[0]!,
        { itemId: 'pill', quantity: 0, substitute: { itemId: other._id, quantity: 1 } },
      ],
      'items.1.substitute',
      '药品不能用别的代替',
    ],
    [
      'a medicine for vegetables',
      ({ pills }) => [
        { itemId: 'veg', quantity: 0, substitute: { itemId: pills._id, quantity: 1 } },
        ALL[1]!,
      ],
      'items.0.substitute',
      '不能用这样东西代替，请选别的',
    ],
  ])('is told what is wrong with %s', async (_title, items, field, message) => {
    const scene = await summed();
    const reply = await seller().call('purchase', 'confirm', saying(scene, items(scene)));
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { [field]: message } },
    });
    expect(roundNow(township, scene.round._id).confirmed).toBeNull();
  });

  test('takes home a spreadsheet with totals', async () => {
    const scene = await summed();
    const { fileName, base64 } = await seller().get('purchase', 'sheet', { roundId: scene.round._id });
    expect(fileName).toMatch(/^采购单 蔬菜肉蛋团购 .*\.xlsx$/);
    const [headings, first] = await readFirstSheet(Buffer.from(base64, 'base64'));
    expect(headings!.slice(0, 6)).toEqual(['品名', '规格', '单位', '单价（元）', '订的数量', '户数']);
    expect(first!.slice(0, 6)).toEqual(['蔬菜包', '5 样，约 8 斤', '份', '25', '20', '10']);
  });
});

describe('whoever leads the grid', () => {
  test('says it for a supplier without a phone, and sees who gets less and why', async () => {
    const scene = await summed();
    await leader().get('purchase', 'confirmFor', saying(scene, [{ itemId: 'veg', quantity: 11 }, ALL[1]!]));
    const { rows, next } = await leader().get('purchase', 'shares', { roundId: scene.round._id });
    expect([rows.length, next]).toEqual([9, null]);
    expect(rows[0]).toMatchObject({
      isCare: false,
      lines: [{ name: '蔬菜包', ordered: 2, allotted: 1, substitute: null }],
    });
    expect(rows[0]!.lines[0]!.why).toBe(
      '大家一共订了 20 份，只到 11 份。先分给七类人家庭，别家一份一份轮流分，最后几份先下单的先得。这家订 2 份，分到 1 份。',
    );
  });

  test('of another village finds nothing of it', async () => {
    const scene = await summed();
    for (const reply of [
      await leader('there').call('purchase', 'listFor', { roundId: scene.round._id }),
      await leader('there').call('purchase', 'confirmFor', saying(scene, ALL)),
      await leader('there').call('purchase', 'shares', { roundId: scene.round._id }),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});
