import { orderPage } from '../../../../miniprogram/packages/shop/order/view';
import { slotPage } from '../../../../miniprogram/packages/shop/slot/view';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';
import { order } from './shops';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const [line] = order().lines;
const tomorrow = new Date(NOW + 32 * 3_600_000).toISOString().slice(0, 10);
const pickup = {
  way: 'pickup' as const,
  pointId: 'square',
  pointName: '文化广场',
  slotId: 's1',
  date: tomorrow,
  from: '09:00',
  until: '09:30',
  helper: null,
};

describe('an order as its household reads it', () => {
  it('says where and when, and shows the code for it', () => {
    expect(orderPage(order({ roundStatus: 'arrived', pickup }), NOW)).toMatchObject({
      where: { title: '文化广场', time: '明天 9:00–9:30' },
      code: 'cunan-pickup:r1:h1',
      state: { text: '到货了，来领' },
      canChange: false,
      canMove: true,
    });
  });

  it('at the door there is no code to show, and who helps is said', () => {
    const door = { ...pickup, way: 'door' as const, pointId: null, pointName: null, slotId: null, from: null, until: null, helper: '张丽' }; // prettier-ignore
    expect(orderPage(order({ roundStatus: 'closed', pickup: door }), NOW)).toMatchObject({
      where: { title: '送到家门口', note: '张丽帮您拿' },
      code: '',
      canMove: false,
    });
  });

  it('says what it gets of what is short, and why', () => {
    const short = { ...line!, allotted: 1, why: '大家一共订了 9 份，只到 5 份。' };
    const page = orderPage(order({ roundStatus: 'purchasing', lines: [short], due: 2500 }), NOW);
    expect(page.lines[0]?.short).toContain('只到 5 份');
    expect(page.sums).toContainEqual({ label: '实际要付', value: '25 元' });
  });

  it('shows nothing to fetch once it was fetched or cancelled', () => {
    for (const over of [order({ handOver: 'collected', pickup }), order({ status: 'cancelled', pickup })])
      expect(orderPage(over, NOW)).toMatchObject({ where: null, code: '', waiting: '' });
  });
});

test('an order is cancelled as it was seen, after one was asked', async () => {
  phone.answers(order());
  const page = render('packages/shop/order');
  await act(page, 'onLoad', { orderId: 'r1%3Ah1' });
  expect(words(page)).toMatch(/蔬菜肉蛋团购.*订好了.*蔬菜包.*2 份，50 元.*李建国下单.*取消订单/);
  phone.confirms(false);
  await act(page, 'cancel');
  phone.confirms(true);
  phone.answers({ orderId: 'r1:h1', status: 'cancelled', version: 4, ordered: 0, changedAt: '' });
  phone.answers(order({ status: 'cancelled' }));
  await act(page, 'cancel');
  const cancels = phone.calls.filter(({ action }) => action === 'cancel');
  expect(cancels).toMatchObject([{ input: { orderId: 'r1:h1', seen: { version: 3, status: 'placed' } } }]);
  expect(words(page)).toMatch(/已取消.*再订一次/);
});

test('slots stand by place and day; full ones are left out, but for one’s own', () => {
  const slot = {
    pointId: 'square',
    pointName: '文化广场',
    date: tomorrow,
    capacity: 5,
    free: 2,
    isMine: false,
  };
  const choice = {
    orderId: 'r1:h1',
    pickup,
    fixed: null,
    version: 3,
    slots: [
      { ...slot, slotId: 's1', from: '09:00', until: '09:30', free: 0, isMine: true },
      { ...slot, slotId: 's2', from: '09:30', until: '10:00' },
      { ...slot, slotId: 's3', from: '10:00', until: '10:30', free: 0 },
    ],
  };
  const { groups, now } = slotPage(choice, NOW);
  expect(now).toBe('文化广场，明天 9:00–9:30');
  expect(groups).toHaveLength(1);
  expect(groups[0]?.slots.map(({ slotId, room }) => [slotId, room])).toEqual([
    ['s1', '现在的时间'],
    ['s2', '还能来 2 户'],
  ]);
});
