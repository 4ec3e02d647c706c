import type { RoundView } from '../../../../cloudfunctions/contracts/index';

export const NOW = Date.parse('2026-03-10T17:10:00+08:00');

/** A round as the cloud tells it; change what the test is about. */
export const roundView = (changes: Partial<RoundView> = {}): RoundView => ({
  roundId: 'r1',
  title: '蔬菜肉蛋团购',
  number: 8,
  supplierName: '惠民超市',
  place: '青石镇 柳溪村',
  status: 'open',
  audience: 'everyone',
  opensAt: '2026-03-10T08:00:00+08:00',
  closesAt: '2026-03-10T18:00:00+08:00',
  itemCount: 1,
  gridId: 't1-v1',
  grids: [{ id: 't1-v1', name: '柳溪村' }],
  supplierId: 's1',
  items: [
    {
      itemId: 'veg',
      name: '蔬菜包',
      spec: '5 样，约 8 斤',
      unit: '份',
      category: 'vegetables',
      drugClass: 'none',
      photo: null,
      price: 2500,
      limit: 2,
      stock: 40,
    },
  ],
  autoOpens: false,
  distribution: { points: [], slots: [], doorDate: '2026-03-11' },
  orders: 35,
  demand: null,
  confirmed: null,
  short: null,
  working: false,
  cancelled: null,
  openedByName: '李国强',
  scheduleId: null,
  mine: true,
  changes: [],
  version: 3,
  ...changes,
});
