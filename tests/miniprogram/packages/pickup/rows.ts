import type { PickupLine, PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import type { RoundCard } from '../../../../cloudfunctions/contracts/supplies';

export const line = (itemId: string, more: Partial<PickupLine> = {}): PickupLine => ({
  itemId,
  name: { veg: '蔬菜包', egg: '鸡蛋' }[itemId] ?? itemId,
  spec: '',
  unit: '份',
  category: 'vegetables',
  photo: null,
  price: 2500,
  ordered: 1,
  due: 1,
  delivered: 0,
  substitute: null,
  ...more,
});

/** 李建国 gets two bags of vegetables and a tray of eggs: 73.5 元. */
export const pickupRow = (more: Partial<PickupRow> = {}): PickupRow => ({
  orderId: 'r1:h1',
  headName: '李建国',
  reading: 'li jian guo',
  place: '柳溪村 三组',
  way: 'pickup',
  pointId: 'p1',
  slotId: 's1',
  date: '2026-03-12',
  from: '09:00',
  until: '09:30',
  helper: null,
  lines: [line('veg', { ordered: 2, due: 2 }), line('egg', { price: 2350 })],
  due: 7350,
  delivered: 0,
  paid: 0,
  note: '',
  handOver: { status: 'waiting', at: null, byName: null, hasPhoto: false },
  version: 1,
  ...more,
});

export const round: RoundCard = {
  roundId: 'r1',
  title: '蔬菜肉蛋团购',
  number: 8,
  supplierName: '惠民超市',
  place: '青石镇 柳溪村',
  status: 'distributing',
  audience: 'everyone',
  opensAt: '2026-03-10T09:00:00+08:00',
  closesAt: '2026-03-11T18:00:00+08:00',
  itemCount: 2,
};

/** One page of the day's list. */
export const listPage = (rows: PickupRow[], next: string | null = null) => ({
  round,
  points: [{ pointId: 'p1', name: '文化广场', address: '' }],
  slots: [{ slotId: 's1', pointId: 'p1', date: '2026-03-12', from: '09:00', until: '09:30', capacity: 20 }],
  doorDate: '2026-03-12',
  rows,
  next,
});
