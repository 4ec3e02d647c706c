import { readFileSync } from 'node:fs';
import path from 'node:path';
import { supplyEntrances } from '../../../miniprogram/pages/supplies/entrances';
import { roundRow } from '../../../miniprogram/pages/supplies/view';
import { familySupplyTasks, supplyDutyTasks } from '../../../miniprogram/pages/home/supplies-tasks';
import type { Today } from '../../../miniprogram/services/home';
import { NOW } from '../support/people';
import { shop } from '../packages/shop/shops';

type App = { subPackages: { root: string; pages: string[] }[] };
const app = JSON.parse(readFileSync(path.resolve(__dirname, '../../../miniprogram/app.json'), 'utf8')) as App;
const pages = app.subPackages.flatMap(({ root, pages: own }) => own.map((page) => `/${root}/${page}`));

const round = { ...shop().round, closesAt: new Date(NOW + 50 * 60_000).toISOString() };
const soon = { roundId: 'r1', title: '蔬菜肉蛋团购', supplierName: '惠民超市', closesAt: round.closesAt };
const nothing: NonNullable<Today['supplies']> = {
  family: null,
  open: [],
  toConfirm: [],
  toBring: [],
  handingOut: [],
  needs: 0,
  temperatures: 0,
  lacking: null,
};

describe('保供', () => {
  it('leads to pages that are there, and to those of one’s roles only', () => {
    const all = supplyEntrances([
      'gridMember',
      'gridLeader',
      'townOfficer',
      'supplier',
      'villageDoctor',
      'inspector',
    ]);
    expect(all.length).toBeGreaterThan(3);
    for (const { url } of all) expect(pages).toContain(url.split('?')[0]);
    expect(supplyEntrances(['supplier']).map(({ title }) => title)).not.toContain('代订');
    expect(supplyEntrances([])).toEqual([]);
  });

  it.each([
    ['nothing was ordered', null, null, '还没订', '去订'],
    ['it was ordered', { status: 'placed' as const }, null, '订好了，50 元', '看订单'],
    ['it was cancelled', { status: 'cancelled' as const }, null, '取消了，还能再订', '去订'],
    ['it may not order', null, '登记核实以后才能订', '还没订', ''],
  ])('where %s', (_, order, refusal, mine, action) => {
    const placed = order && {
      orderId: 'r1:h1',
      version: 1,
      ordered: 5000,
      changedAt: round.closesAt,
      ...order,
    };
    expect(roundRow({ round, order: placed, refusal }, NOW)).toMatchObject({
      mine,
      action,
      isShort: true,
      when: expect.stringContaining('还剩 50 分钟') as string,
    });
  });
});

describe('on the home page', () => {
  it('a family is led to the round, then to its code', () => {
    const coming = { orderId: 'r1:h1', title: '蔬菜肉蛋团购', roundStatus: 'arrived' as const, handOver: 'waiting' as const, closesAt: round.closesAt, pickup: { way: 'pickup' as const, pointId: 'a', pointName: '文化广场', slotId: 's', date: '2026-11-21', from: '09:00', until: '09:30', helper: null } }; // prettier-ignore
    const tasks = familySupplyTasks({ ...nothing, family: { toOrder: [soon], coming: [coming] } }, NOW);
    expect(tasks.map(({ action }) => action)).toEqual(['看领货码', '去订']);
    for (const { url } of tasks) expect(pages).toContain(url.split('?')[0]);
  });

  it('whoever works with supplies is led to what waits', () => {
    const work = {
      ...nothing,
      open: [soon],
      toConfirm: [soon],
      toBring: [soon],
      handingOut: [soon],
      needs: 2,
      lacking: 4,
    };
    const tasks = supplyDutyTasks(work, NOW);
    expect(tasks.map(({ count }) => count).filter((count) => count !== '')).toEqual(['4', '2']);
    for (const { url } of tasks) expect(pages).toContain(url.split('?')[0]);
    expect(supplyDutyTasks(nothing, NOW)).toEqual([]);
  });
});
