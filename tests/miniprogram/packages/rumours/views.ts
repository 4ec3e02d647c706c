import type { MyRumour, RumourRow, RumourView } from '../../../../cloudfunctions/contracts/index';

const AT = '2026-11-20T17:08:00+08:00';
export const NOW = Date.parse('2026-11-21T09:00:00+08:00');

export const myRumour = (changes: Partial<MyRumour> = {}): MyRumour => ({
  rumourId: 'm1',
  text: '听说喝白酒能杀死病毒',
  hasPicture: false,
  heard: 'group',
  group: '三组乡亲群',
  reportedAt: AT,
  answer: null,
  ...changes,
});

export const refuted = (changes: object = {}): NonNullable<MyRumour['answer']> => ({
  outcome: 'refuted',
  at: AT,
  noticeId: 'n1',
  title: '喝酒不能防新冠',
  organisation: '世界卫生组织',
  status: 'published',
  shareKey: 'key',
  ...changes,
});
export const handled: NonNullable<MyRumour['answer']> = {
  outcome: 'handled',
  at: AT,
  byName: '李国强',
  reason: '核实过了，没有这回事',
};

export const rumourRow = (changes: Partial<RumourRow> = {}): RumourRow => ({
  ...myRumour(),
  place: '青石镇 柳溪村 三组',
  reports: 1,
  status: 'open',
  onItsWay: null,
  ...changes,
});

const told = (rumourId: string, name: string, text: string): RumourView['told'][number] => ({
  ...myRumour({ rumourId, text }),
  name,
  place: '青石镇 柳溪村 三组',
  gridId: 'g3',
  version: 2,
});
export const rumourView = (changes: Partial<RumourView> = {}): RumourView => ({
  ...rumourRow({ reports: 2 }),
  onItsWayId: null,
  told: [told('m1', '李建国', '听说喝白酒能杀死病毒'), told('m2', '田桂花', '白酒杀毒')],
  groups: [{ groupId: null, name: '三组乡亲群' }],
  version: 3,
  ...changes,
});
