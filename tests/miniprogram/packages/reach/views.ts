import type { Contracts, OutputOf, ReachRow, ReachTask } from '../../../../cloudfunctions/contracts/index';

type Shown = OutputOf<Contracts['reach']['show']>;
type Figures = Shown['total'];

const figures = (changes: Partial<Figures> = {}): Figures => ({
  households: 139,
  delivered: 130,
  opened: 120,
  read: 112,
  confirmed: 109,
  phone: 12,
  door: 6,
  known: 127,
  newcomers: 0,
  ...changes,
});

/** As drawn: 139 households of three teams, 12 of which do not know. */
export const reachShown = (changes: Partial<Shown> = {}, total: Partial<Figures> = {}): Shown => ({
  title: '明天全员核酸检测',
  kind: 'urgent',
  status: 'published',
  wanted: 'confirm',
  urgent: true,
  validUntil: null,
  replacedBy: null,
  complete: true,
  total: figures(total),
  grids: [
    { ...figures({ households: 46, known: 37 }), gridId: 't1-v1-g3', name: '三组' },
    { ...figures({ households: 45, known: 42 }), gridId: 't1-v1-g2', name: '二组' },
    { ...figures({ households: 48, known: 48 }), gridId: 't1-v1-g1', name: '一组' },
  ],
  staff: null,
  ...changes,
});

export const reachRowOf = (changes: Partial<ReachRow> = {}): ReachRow => ({
  householdId: 'h1',
  headName: '赵玉珍',
  gridId: 't1-v1-g3',
  place: '青石镇 柳溪村 三组',
  care: ['livingAloneElderly'],
  hasPhone: true,
  phoneMask: '139****6021',
  closed: false,
  delivered: true,
  opened: false,
  read: false,
  confirmed: false,
  told: null,
  toldBy: null,
  toldAt: null,
  toldByMe: false,
  ...changes,
});

export const reachTask = (changes: Partial<ReachTask> = {}): ReachTask => ({
  householdId: 'h1',
  headName: '赵玉珍',
  place: '青石镇 柳溪村 三组',
  care: ['livingAloneElderly'],
  hasPhone: true,
  phoneMask: '139****6021',
  closed: false,
  missing: [
    { noticeId: 'n1', gridId: 't1-v1-g3', kind: 'urgent', title: '明天全员核酸检测' },
    { noticeId: 'n2', gridId: 't1-v1-g3', kind: 'notice', title: '后天停水' },
  ],
  ...changes,
});
