import { releaseCard, tabsOf } from '../../../../miniprogram/packages/release/queue/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { posts } from './people';

const NOW = Date.parse('2022-03-12T12:00:00+08:00');
const row = (more: object = {}) => ({
  observationId: 'd1:1',
  name: '周敏',
  place: '青禾镇 柳溪村 三组',
  measure: 'homeObservation' as const,
  lastDate: '2022-03-11',
  obstacles: [] as string[],
  returnReason: null as string | null,
  lastStep: null as { name: string; at: string } | null,
  certificateId: null,
  ...more,
});
let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const open = async () => {
  const page = render('packages/release/queue');
  await act(page, 'load');
  await settle();
  return page;
};

describe('what waits', () => {
  test.each([
    [['gridMember'], ['待提出', '等审核', '等批准', '已解除']],
    [['townOfficer'], ['待审核', '待批准', '已解除']],
    [
      ['townOfficer', 'gridLeader'],
      ['待提出', '待审核', '待批准', '已解除'],
    ],
  ] as const)('for %j', (roles, texts) => {
    expect(tabsOf(roles).map(({ text }) => text)).toEqual(texts);
  });

  test('the village sees who can be proposed, what others lack, and why somebody came back', async () => {
    phone.answers(posts('gridMember'));
    phone.answers({
      rows: [
        row(),
        row({ observationId: 'd2:1', name: '王明', obstacles: ['a', 'b'], returnReason: '核酸没附' }),
      ],
      next: null,
    });
    const page = await open();
    expect(phone.calls.at(-1)).toMatchObject({ action: 'ready' });
    for (const part of ['可以提出', '还差 2 样', '退回：核酸没附', '柳溪村三组', '3月11日期满'])
      expect(words(page)).toContain(part);
    await act(page, 'open', said({}, { id: 'd1:1' }));
    expect(phone.went.at(-1)).toBe('navigateTo ../step/index?id=d1%3A1');
  });

  test('the town sees what waits for its check; another tab loads its own', async () => {
    phone.answers(posts('townOfficer'));
    phone.answers({ rows: [], next: null });
    const page = await open();
    expect(phone.calls.at(-1)).toMatchObject({ action: 'queue', input: { step: 'check' } });
    expect(words(page)).toContain('没有等着审核的');
    phone.answers({ rows: [row()], next: 'n' });
    await act(page, 'choose', said({}, { tab: 'approve' }));
    expect(phone.calls.at(-1)).toMatchObject({ input: { step: 'approve' } });
    phone.answers({ rows: [row({ observationId: 'd3:1', name: '赵六' })], next: null });
    await act(page, 'onReachBottom');
    expect(phone.calls.at(-1)).toMatchObject({ input: { step: 'approve', after: 'n' } });
    expect(words(page)).toContain('赵六');
  });

  test('a card says whose step was the last', () => {
    const card = releaseCard(
      row({ lastStep: { name: '张丽', at: '2022-03-12T09:12:00+08:00' } }),
      'check',
      NOW,
    );
    expect(card.step).toBe('张丽 今天 09:12 提出');
  });
});
