import type { FigureRow } from '../../../../cloudfunctions/contracts/index';
import { columns, originRows, watched } from '../../../../miniprogram/packages/numbers/overview/view';
import { personCard } from '../../../../miniprogram/packages/numbers/people/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const measures = {
  freeMovement: 3,
  healthMonitoring: 5,
  homeObservation: 2,
  temporaryIsolation: 0,
  centralQuarantine: 1,
};
const figures = { expected: 4, arrived: 12, measures, missing: 2, in: 6, alerts: 1, released: 3 };
const numbers = {
  grid: { gridId: 'v1', name: '柳溪村', place: '青石镇 柳溪村', level: 'village' },
  total: figures,
  below: [{ ...figures, gridId: 'g1', name: '一组' }],
};
const days = Array.from({ length: 14 }, (_, i) => ({
  date: `2026-11-${String(9 + i).padStart(2, '0')}`,
  expected: 0,
  arrived: i,
  alerts: 0,
  released: 0,
}));
const origins = [{ name: '浙江省', people: 7, measures }];

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  phone.answers(numbers);
  phone.answers({ origins });
  phone.answers({ days });
  const page = render('packages/numbers/overview');
  await act(page, 'onLoad', {});
  return page;
};

it('shows every figure, the grids below with what is urgent, the chart and where people come from', async () => {
  const page = await open();
  for (const text of [
    '柳溪村',
    '要来的',
    '居家隔离观察',
    '没报体温',
    '在管 8 人',
    '异常 1 件',
    '浙江省',
    '到村一共 91 人',
  ])
    expect(words(page)).toContain(text);
});

it('opens the people behind a figure, and nothing behind a zero', async () => {
  const page = await open();
  const figure = { figure: 'measure', measure: 'homeObservation', label: '居家隔离观察', count: 2 };
  await act(page, 'openFigure', said({}, figure));
  expect(phone.went).toEqual([
    `navigateTo ../people/index?gridId=v1&figure=measure&measure=homeObservation&title=${encodeURIComponent('居家隔离观察')}`,
  ]);
  await act(page, 'openFigure', said({}, { ...figure, count: 0 }));
  expect(phone.went).toHaveLength(1);
});

it('goes down into a grid, and draws another chart', async () => {
  const page = await open();
  await act(page, 'openGrid', said({}, { id: 'g1' }));
  expect(phone.went).toEqual(['navigateTo index?gridId=g1']);
  await act(page, 'choose', said({}, { chart: 'alerts' }));
  expect(words(page)).toContain('异常一共 0 件');
});

it('draws the highest day full, the last with its date', () => {
  const bars = columns(days, 'arrived');
  expect(bars).toHaveLength(14);
  expect(bars.at(-1)).toEqual({ date: '2026-11-22', count: 13, percent: 100, label: '22日' });
  expect(bars[0]).toMatchObject({ percent: 0, label: '' });
});

it('leaves free movement out of those who are watched, and empty measures out of the table', () => {
  expect(watched(figures)).toBe(8);
  expect(originRows(origins)[0]?.measures.map(({ name }) => name)).toEqual([
    '集中隔离',
    '居家隔离观察',
    '健康监测',
    '正常出行',
  ]);
});

const row: FigureRow = {
  kind: 'observation',
  id: 'o:1',
  name: '陈芳',
  place: '青石镇 柳溪村 三组',
  measure: 'homeObservation',
  date: '2026-11-30',
};
it.each<[Partial<FigureRow>, 'missing' | 'expected' | 'alerts', string, string]>([
  [{}, 'missing', '居家隔离观察 · 到 11月30日', '/packages/observation/record/index?observationId=o%3A1'],
  [
    { kind: 'declaration', id: 'd1' },
    'expected',
    '居家隔离观察 · 11月30日到',
    '/packages/returns/check/index?declarationId=d1',
  ],
  [
    { kind: 'alert', id: 'a1', measure: null },
    'alerts',
    '11月30日上报',
    '/packages/alerts/detail/index?alertId=a1',
  ],
])('somebody behind a figure opens what works on them', (changes, figure, note, url) => {
  expect(personCard({ ...row, ...changes }, figure)).toMatchObject({ note, url, place: '柳溪村三组' });
});

it('lists people page by page', async () => {
  phone.answers({ rows: [row], next: 'more' });
  const page = render('packages/numbers/people');
  await act(page, 'onLoad', { gridId: 'v1', figure: 'missing', title: encodeURIComponent('没报体温') });
  phone.answers({ rows: [{ ...row, id: 'o:2', name: '李强' }], next: null });
  await act(page, 'onReachBottom');
  expect(words(page)).toContain('没报体温');
  expect(words(page)).toContain('李强');
  expect(phone.calls[1]?.input).toEqual({ gridId: 'v1', figure: 'missing', after: 'more' });
});
