import type { DeclarationRow } from '../../../../cloudfunctions/contracts/index';
import { returnCard } from '../../../../miniprogram/packages/returns/queue/rows';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
const row = (more: Partial<DeclarationRow> = {}): DeclarationRow => ({
  declarationId: 'r1-0',
  name: '李强',
  age: 34,
  sex: 'male',
  place: '青石镇 柳溪村 三组',
  address: '12 号',
  from: '浙江省 宁波市 鄞州区',
  transport: { kind: 'train', number: 'G1935', seat: '', plate: null },
  arrivesAt: at(2),
  status: 'declared',
  waitsFor: 'arrival',
  measure: 'healthMonitoring',
  feverClinicFirst: false,
  needsReview: false,
  ...more,
});
const tagsOf = (more: Partial<DeclarationRow>) => returnCard(row(more), NOW).tags.map(({ text }) => text);

describe('somebody who returns, in the list', () => {
  it('says who, from where, when, how and to which door', () => {
    const card = returnCard(row(), NOW);
    expect(card).toMatchObject({
      title: '李强 男 34 岁',
      from: '从 浙江省宁波市鄞州区 来',
      place: '柳溪村三组 12 号',
      canCall: true,
    });
    expect(card.when).toMatch(/ 到 · 火车 G1935$/);
  });

  it.each([
    ['is on the way', {}, ['健康监测']],
    ['is due and not here', { arrivesAt: at(-2) }, ['该到没到', '健康监测']],
    ['is here', { waitsFor: 'check' as const }, ['到了，待核实', '健康监测']],
    ['has a fever', { feverClinicFirst: true }, ['先去发热门诊', '健康监测']],
    ['was checked', { status: 'checked' as const, waitsFor: null }, ['已核实', '健康监测']],
    ['does not come', { status: 'cancelled' as const, waitsFor: null }, ['不来了', '健康监测']],
    ['was found again by a new risk area', { needsReview: true }, ['健康监测', '风险区有变，要再看']],
  ])('%s', (_, more, tags) => expect(tagsOf(more)).toEqual(tags));

  it('calls only those who still have to be checked', () => {
    expect(returnCard(row({ status: 'closed', waitsFor: null }), NOW).canCall).toBe(false);
  });
});

describe('来返人员', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (tab = 'waiting') => {
    const page = render('packages/returns/queue');
    await act(page, 'onLoad', { tab });
    await act(page, 'load');
    return page;
  };

  it('opens on the tab that it was asked for', async () => {
    phone.answers({ rows: [], next: null });
    const page = await open('overdue');
    expect(phone.calls[0]?.input).toEqual({ tab: 'overdue' });
    expect(words(page)).toContain('没有该到没到的');
  });

  it('goes on after the last row, and does not put a late answer of another tab on the screen', async () => {
    phone.answers({ rows: [row()], next: 'x' });
    const page = await open();
    phone.answers({ rows: [row({ declarationId: 'r2-0' })], next: null });
    await act(page, 'onReachBottom');
    expect(phone.calls.at(-1)?.input).toEqual({ tab: 'waiting', after: 'x' });
    expect(page.data.cards).toHaveLength(2);
    phone.answers({ rows: [row()], next: null });
    const late = act(page, 'load');
    phone.answers({ rows: [], next: null });
    await act(page, 'choose', said({}, { tab: 'later' }));
    await late;
    expect(page.data).toMatchObject({ tab: 'later', cards: [] });
  });

  it('dials without showing the number', async () => {
    phone.answers({ rows: [row()], next: null });
    const page = await open();
    phone.answers({ value: '13912346021' });
    await act(page, 'dial', said({}, { id: 'r1-0' }));
    expect(phone.dialled).toEqual(['13912346021']);
    expect(words(page)).not.toContain('13912346021');
  });

  it('begins a declaration for somebody without a phone', async () => {
    phone.answers({ rows: [], next: null });
    await act(await open(), 'declareFor');
    expect(phone.went).toEqual(['navigateTo ../declare/index?proxy=1']);
  });
});
