import { listPage } from '../../../../miniprogram/packages/supplier/list/view';
import { paintSheet } from '../../../../miniprogram/packages/supplier/print/paint-sheet';
import { sheetText } from '../../../../miniprogram/packages/supplier/print/sheet-text';
import { PAPER, type Pen } from '../../../../miniprogram/shared/paper';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { item, purchaseList } from './purchase-list';

const NOW = Date.parse('2026-03-12T09:20:00+08:00');
let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async (query: Record<string, string> = {}) => {
  const page = render('packages/supplier/list');
  await act(page, 'onLoad', { roundId: 'r1', ...query });
  return page;
};

test('shows what everybody ordered, where it goes, and the one thing to do', async () => {
  phone.answers(purchaseList());
  const page = await open();
  expect(phone.calls).toEqual([{ name: 'purchase', action: 'list', input: { roundId: 'r1' } }]);
  for (const part of [
    '周末的菜',
    '柳溪村，第 5 批',
    '等您确认数量',
    '40 户',
    '80 份',
    '1970 元',
    '60 份',
    '没人订：菜籽油',
    '文化广场',
    '36 户自己领，4 户送到门口',
  ])
    expect(words(page)).toContain(part);
  await act(page, 'act');
  expect(phone.went).toEqual(['navigateTo ../confirm/index?roundId=r1&as=supplier']);
});

test('the goods are marked as there after one has been asked, and once only', async () => {
  const confirmed = purchaseList({ stage: 'bring', status: 'purchasing', short: { pieces: 0, orders: 0 } });
  phone.answers(confirmed);
  phone.answers({ ...confirmed, stage: 'handingOut', arrivedAt: '2026-03-12T09:00:00+08:00' });
  const page = await open();
  phone.confirms(false);
  await act(page, 'act');
  expect(phone.calls).toHaveLength(1);
  phone.confirms(true);
  await Promise.all([act(page, 'act'), act(page, 'act')]);
  expect(phone.calls.filter(({ action }) => action === 'arrive')).toHaveLength(1);
  expect(phone.calls[1]).toMatchObject({ input: { roundId: 'r1', version: 7 } });
  expect(words(page)).not.toContain('货到了');
});

test("a leader does the same in the supplier's name, sees who gets less and adds slots", async () => {
  phone.answers(
    purchaseList({
      stage: 'bring',
      short: { pieces: 5, orders: 5 },
      slotting: { pickup: 33, door: 4, unplaced: 3 },
    }),
  );
  const page = await open({ as: 'leader' });
  expect(phone.calls[0]?.action).toBe('listFor');
  expect(words(page)).toContain('5 户没有分够，一共差 5 份');
  expect(words(page)).toContain('3 户没有排上领取时间');
  await act(page, 'openShares');
  await act(page, 'openAddSlots');
  expect(phone.went).toEqual([
    'navigateTo ../shares/index?roundId=r1&as=leader',
    'navigateTo ../add-slots/index?roundId=r1&as=leader',
  ]);
});

test('the supplier is not offered what only leaders may see', async () => {
  phone.answers(purchaseList({ stage: 'bring', short: { pieces: 5, orders: 5 } }));
  const page = await open();
  expect(words(page)).toContain('5 户没有分够');
  expect(words(page)).not.toContain('看是哪些户');
});

test.each([
  ['cutOff', '今天 18:00 截止，截止以后汇总成一张单子', false],
  ['summing', '正在汇总，大约要一两分钟，往下拉可以刷新', false],
  ['confirm', '3月13日开始发。先说每样能到多少', true],
  ['bring', '3月13日开始发，请在这之前送到', true],
  ['done', '这一批结清了', false],
  ['cancelled', '这一批取消了，不用送', false],
] as const)('while it is %s it says so', (stage, line, hasAct) => {
  const closesAt = '2026-03-12T18:00:00+08:00';
  const page = listPage(purchaseList({ stage, closesAt }), 'supplier', NOW);
  expect([page.line, page.act !== null]).toEqual([line, hasAct]);
});

test('what is missing and what comes instead stand beside their item', () => {
  const substitute = { itemId: 'duck', name: '鸭蛋', spec: '', unit: '板', quantity: 3, price: 2000 };
  const page = listPage(
    purchaseList({ items: [item('egg', { unit: '板', demanded: 20, confirmed: 12, substitute })] }),
    'supplier',
    NOW,
  );
  expect(page.rows[0]).toMatchObject({ short: '只到 12 板，缺 8 板', instead: '缺的换鸭蛋 3 板' });
});

test('the sheet to print holds sixty items, none of them cut off', () => {
  const written: { text: string; x: number; y: number; width: number }[] = [];
  let font = '';
  const sizeOf = (): number => Number(/(\d+)px/.exec(font)?.[1]);
  const widthOf = (text: string): number => text.length * sizeOf();
  const pen = {
    set font(value: string) {
      font = value;
    },
    measureText: (text: string) => ({ width: widthOf(text) }),
    fillRect: () => undefined,
    strokeRect: () => undefined,
    fillText: (text: string, x: number, y: number) => void written.push({ text, x, y, width: widthOf(text) }),
  } as unknown as Pen;
  const items = Array.from({ length: 60 }, (_, at) =>
    item(`i${at}`, { name: `很长的名字的东西${at}号`, spec: '一箱二十四瓶，每瓶五百毫升' }),
  );
  paintSheet(pen, sheetText(purchaseList({ items }), NOW));
  expect(written.filter(({ text }) => text.startsWith('很长的名字'))).toHaveLength(60);
  for (const { x, y, width } of written) {
    expect(x + width).toBeLessThanOrEqual(PAPER.width);
    expect(y).toBeLessThan(PAPER.height);
  }
});

test('my rounds: what waits for me stands out, and opens its list', async () => {
  phone.answers({ rounds: [purchaseList()], next: null });
  const page = render('packages/supplier/rounds');
  await act(page, 'load');
  expect(words(page)).toContain('等您确认数量');
  expect(words(page)).toContain('40 户订了 80 份，1970 元');
  await act(page, 'open', { currentTarget: { dataset: { id: 'r1' } } });
  expect(phone.went).toEqual(['navigateTo ../list/index?roundId=r1']);
});

test('who gets less is told why', async () => {
  phone.answers({
    roundTitle: '周末的菜',
    rows: [
      {
        orderId: 'r1:h1',
        headName: '谢永强',
        place: '青禾镇 柳溪村 五组',
        isCare: true,
        lines: [
          {
            name: '鸡蛋',
            unit: '板',
            ordered: 2,
            allotted: 1,
            substitute: { name: '鸭蛋', unit: '板', quantity: 1 },
            why: '大家一共订了 20 板，只到 12 板。',
          },
        ],
      },
    ],
    next: null,
  });
  const page = render('packages/supplier/shares');
  await act(page, 'onLoad', { roundId: 'r1' });
  for (const part of ['谢永强', '柳溪村五组', '七类人', '订 2 板，分到 1 板，另换鸭蛋 1 板', '只到 12 板'])
    expect(words(page)).toContain(part);
});

test('a slot is added whole, and what is missing is said beside its question', async () => {
  phone.answers(purchaseList({ slotting: { pickup: 37, door: 0, unplaced: 3 } }));
  const page = render('packages/supplier/add-slots');
  await act(page, 'onLoad', { roundId: 'r1' });
  expect(words(page)).toContain('3 户还没有领取时间');
  await act(page, 'submit');
  expect(words(page)).toContain('请选几点开始');
  expect(phone.calls).toHaveLength(1);
  phone.answers(purchaseList());
  await act(page, 'write', said({ value: '14:00' }, { part: 'from' }));
  await act(page, 'write', said({ value: '14:30' }, { part: 'until' }));
  await act(page, 'submit');
  expect(phone.calls[1]).toMatchObject({
    action: 'addSlots',
    input: {
      roundId: 'r1',
      version: 7,
      slots: [{ pointId: 'p1', date: '2026-03-13', from: '14:00', until: '14:30', capacity: 3 }],
    },
  });
  expect(phone.modals[0]?.content).toBe('每户都有领取时间了。');
});
