import { SHIPPED } from '../../../../cloudfunctions/rulebook/shipped';
import { rulebookView } from '../../../../cloudfunctions/rulebook/rulebook-view';

export const version = (more = {}) => ({
  version: 3,
  title: '冬季防控规则',
  source: { organisation: '县指挥部', documentNumber: '', date: '2026-11-20' },
  validFrom: '2026-11-25',
  disease: '新冠肺炎',
  status: 'proposed',
  proposedByName: '陈志远',
  proposedAt: '2026-11-22T09:00:00+08:00',
  isMine: false,
  decidedByName: null,
  decidedAt: null,
  reason: '',
  ...more,
});
export const current = (more = {}) => ({
  townName: '青石镇',
  division: { code: '510722', name: '四川省绵阳市三台县' },
  rulebook: rulebookView(SHIPPED[0]!),
  coming: [],
  waiting: [],
  waitingAreas: [],
  areas: { high: 1, medium: 0, key: 2 },
  isOffice: true,
  shipped: SHIPPED.map(rulebookView),
  ...more,
});
export const areaList = () => ({
  ...version(),
  listId: 'l1',
  kind: 'add',
  title: '成都新增',
  areas: 2,
});
export const outcome = (text: string) => ({ measure: 'homeObservation', days: 14, words: text });
export const part = (people: number, next: string | null) => ({
  looked: 50,
  moves: [{ from: outcome('健康监测 14 天'), to: outcome('居家隔离观察 14 天'), people }],
  rows: Array.from({ length: people }, (_, i) => ({
    declarationId: `d${next ?? ''}${i}`,
    nameMask: '王**',
    place: '青石镇 柳溪村 三组',
    arrivesAt: '2026-11-24T09:00:00+08:00',
    from: outcome('健康监测 14 天'),
    to: outcome('居家隔离观察 14 天'),
    isHere: i === 0,
  })),
  next,
});
