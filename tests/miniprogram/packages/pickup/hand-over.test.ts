import { handingList, keptHandingRow } from '../../../../miniprogram/services/handing-list';
import { keptActs, sendKeptActs } from '../../../../miniprogram/services/unsent-hand-overs';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words, type Rendered } from '../../support/render';
import { line, listPage, pickupRow, round } from './rows';

jest.setTimeout(30_000);

const NOW = Date.parse('2026-03-12T09:05:00+08:00');
const OFFLINE = { errCode: -1, errMsg: 'fail' };
const shown = (row = pickupRow()) => ({ round, row, entries: [] });
const handed = pickupRow({
  lines: [line('veg', { ordered: 2, due: 2, delivered: 2 }), line('egg', { price: 2350, delivered: 1 })],
  delivered: 7350,
  paid: 7350,
  handOver: { status: 'collected', at: '2026-03-12T09:05:00+08:00', byName: '唐波', hasPhoto: false },
  version: 2,
});

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => jest.restoreAllMocks());

const open = async (): Promise<Rendered> => {
  const page = render('packages/pickup/hand-over');
  await act(page, 'onLoad', { orderId: 'r1%3Ah1' });
  return page;
};
const sent = (action: string) =>
  phone.calls.filter((call) => call.action === action).map(({ input }) => input);
const tickAllAndPay = async (page: Rendered) => {
  await act(page, 'tickAll');
  await act(page, 'next');
  await act(page, 'onReceiving', said({ chosen: ['exact'] }));
  await act(page, 'onMethod', said({ chosen: ['cash'] }));
};

it('ticks what is handed over, takes the money to the fen, and goes on to the next', async () => {
  phone.answers(shown());
  const page = await open();
  expect(words(page)).toContain('柳溪村三组');
  await tickAllAndPay(page);
  expect(words(page)).toContain('73.5 元');
  expect(words(page)).toContain('交给李建国，收 73.5 元');
  phone.answers(handed);
  await act(page, 'submitNow');
  expect(sent('handOver')).toEqual([
    expect.objectContaining({
      orderId: 'r1:h1',
      lines: [
        { itemId: 'veg', quantity: 2, substituteQuantity: 0 },
        { itemId: 'egg', quantity: 1, substituteQuantity: 0 },
      ],
      money: 7350,
      method: 'cash',
      how: 'collected',
      photo: null,
    }),
  ]);
  expect(words(page)).toContain('交了 2 样，收了 73.5 元');
  expect(words(page)).toContain('扫下一户');
});

it('nothing is sent before something is ticked and the money is said', async () => {
  phone.answers(shown());
  const page = await open();
  await act(page, 'next');
  expect(phone.modals.at(-1)?.title).toBe('还没有勾');
  await act(page, 'tickAll');
  await act(page, 'next');
  await act(page, 'submitNow');
  expect(words(page)).toContain('请选收了多少钱');
  await act(page, 'onReceiving', said({ chosen: ['other'] }));
  await act(page, 'onTyped', said({ value: '80' }));
  await act(page, 'submitNow');
  expect(words(page)).toContain('一共只要 73.5 元');
  expect(sent('handOver')).toEqual([]);
});

it('part of it may be handed over, and only that is paid', async () => {
  phone.answers(shown());
  const page = await open();
  await act(page, 'give', said({ at: 0, given: 1 }));
  expect(words(page)).toContain('勾了 1 样，25 元');
});

it('without a network the household comes from the list of the day, and what was done is kept, shown and sent once', async () => {
  phone.answers(listPage([pickupRow()]));
  await handingList('r1', NOW);
  phone.breaks(OFFLINE);
  const page = await open();
  expect(words(page)).toContain('按这部手机存的名单显示');
  expect(words(page)).toContain('文化广场 9:00–9:30');
  await tickAllAndPay(page);
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => {
    queueMicrotask(run);
    return 0;
  }) as never);
  await page.instance.submitNow?.();
  jest.spyOn(globalThis, 'setTimeout').mockRestore();
  expect(words(page)).toContain('已存在这部手机');
  expect(keptActs()).toHaveLength(1);
  // Opened again, it is not handed out a second time.
  const again = await open();
  expect(words(again)).toContain('该给的都给了');

  phone.answers(handed);
  await sendKeptActs();
  expect(keptActs()).toEqual([]);
  const requestIds = (sent('handOver') as { requestId: string }[]).map(({ requestId }) => requestId);
  expect(new Set(requestIds).size).toBe(1);
  expect(sent('handOver').at(-1)).toMatchObject({ at: new Date(NOW).toISOString() });
  expect(keptHandingRow('r1:h1', NOW)).toMatchObject({ paid: 7350, version: 2 });
});

it('a refusal says why and shows how things stand', async () => {
  phone.answers(shown());
  const page = await open();
  await tickAllAndPay(page);
  phone.refuses({ code: 'CONFLICT', message: '蔬菜包已经都给了' });
  phone.answers(shown(handed));
  await act(page, 'submitNow');
  expect(phone.modals.at(-1)).toEqual({ title: '没有记上', content: '蔬菜包已经都给了' });
  expect(words(page)).toContain('该给的都给了');
  expect(keptActs()).toEqual([]);
});

it('at a door, goods that are left need a photo', async () => {
  phone.answers(shown(pickupRow({ way: 'door', pointId: null, slotId: null })));
  const page = await open();
  await act(page, 'tickAll');
  await act(page, 'next');
  await act(page, 'onHow', said({ chosen: ['left'] }));
  await act(page, 'next');
  expect(words(page)).toContain('放门口的要拍一张照片');
});

it('who did not come is marked, and may still come', async () => {
  phone.answers(shown());
  const page = await open();
  phone.answers(pickupRow({ handOver: { status: 'noShow', at: null, byName: '唐波', hasPhoto: false } }));
  await act(page, 'markNoShow');
  expect(sent('noShow')).toEqual([expect.objectContaining({ orderId: 'r1:h1' })]);
});
