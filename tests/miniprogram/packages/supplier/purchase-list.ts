import type { PurchaseItem, PurchaseList } from '../../../../miniprogram/services/purchase';

export const item = (itemId: string, more: Partial<PurchaseItem> = {}): PurchaseItem => ({
  itemId,
  name: '蔬菜包',
  spec: '5 样，约 8 斤',
  unit: '份',
  category: 'vegetables',
  price: 2500,
  demanded: 60,
  orders: 40,
  confirmed: null,
  substitute: null,
  maySubstitute: true,
  ...more,
});

/** A purchase list after cut-off. */
export const purchaseList = (more: Partial<PurchaseList> = {}): PurchaseList => ({
  roundId: 'r1',
  title: '周末的菜',
  number: 5,
  supplierName: '惠民超市',
  place: '青禾镇 柳溪村',
  status: 'closed',
  audience: 'everyone',
  opensAt: '2026-03-10T08:00:00+08:00',
  closesAt: '2026-03-11T18:00:00+08:00',
  itemCount: 2,
  stage: 'confirm',
  demand: { orders: 40, pieces: 80, amount: 197_000 },
  items: [
    item('veg'),
    item('egg', {
      name: '鸡蛋',
      spec: '30 个一板',
      unit: '板',
      category: 'meatEggsMilk',
      price: 2350,
      demanded: 20,
      orders: 20,
    }),
    item('oil', { name: '菜籽油', unit: '桶', demanded: 0, orders: 0 }),
  ],
  short: null,
  slotting: { pickup: 36, door: 4, unplaced: 0 },
  points: [{ pointId: 'p1', name: '文化广场', address: '村委会旁边' }],
  doorDate: '2026-03-13',
  neededOn: '2026-03-13',
  arrivedAt: null,
  version: 7,
  ...more,
});
