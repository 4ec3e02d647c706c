import { file } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const grid = (id: string, name: string, hasChildren: boolean) => ({
  id,
  name,
  level: hasChildren ? 'village' : 'team',
  pathNames: [],
  hasChildren,
});
const sent = () => phone.calls.filter(({ action }) => action === 'handOver');

/** Opened on 周平's household, and led to 青杠村二组. */
const chosen = async () => {
  phone.answers({ ...file(), duplicates: [] });
  phone.answers({ grids: [grid('v2', '青杠村', true), grid('v1', '柳溪村', true)] });
  const page = render('packages/registration/hand-over');
  await act(page, 'onLoad', { householdId: 'h1' });
  return page;
};
const choose = async (page: Awaited<ReturnType<typeof chosen>>) => {
  phone.answers({ grids: [grid('v2-g2', '二组', false)] });
  await act(page, 'onPick', said({ id: 'v2' }));
  await act(page, 'onPick', said({ id: 'v2-g2' }));
};

describe('转到别的村组', () => {
  it('says whose file it is and where it stands', async () => {
    const page = await chosen();
    expect(words(page)).toContain('周平家现在住在哪里');
    expect(words(page)).toContain('现在登记在柳溪村三组');
  });

  it('asks for the place before the reason', async () => {
    const page = await chosen();
    await act(page, 'send');
    expect(page.data).toMatchObject({ asksReason: false, errors: { gridId: '请选到最小的网格，例如几组' } });
    await choose(page);
    expect(page.data).toMatchObject({ gridId: 'v2-g2', place: '二组', errors: {} });
    await act(page, 'send');
    expect(page.data.asksReason).toBe(true);
  });

  it('sends it once, about the version that was seen, and leaves the file that is no longer to be seen', async () => {
    const page = await chosen();
    await choose(page);
    phone.answers({});
    const reason = said({ reason: '全家搬到那边住了' });
    await Promise.all([act(page, 'onReason', reason), act(page, 'onReason', reason)]);
    expect(sent()).toMatchObject([
      { input: { householdId: 'h1', version: 3, gridId: 'v2-g2', reason: '全家搬到那边住了' } },
    ]);
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('says beside the place why it can’t be there', async () => {
    const page = await chosen();
    await choose(page);
    const fields = { gridId: '只能转到本镇的村组' };
    phone.refuses({ code: 'INVALID_INPUT', message: fields.gridId, fields });
    await act(page, 'onReason', said({ reason: '登记时选错了村组' }));
    expect(page.data).toMatchObject({ errors: fields, problem: '', sending: false });
    expect(phone.went).toEqual([]);
  });

  it('takes up what somebody else changed meanwhile, and keeps the place', async () => {
    const page = await chosen();
    await choose(page);
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过，请看过最新内容再改' });
    phone.answers({ ...file({ version: 4 }), duplicates: [] });
    await act(page, 'onReason', said({ reason: '登记时选错了村组' }));
    expect(page.data).toMatchObject({ version: 4, gridId: 'v2-g2', problem: expect.stringContaining('别人刚改过') as string }); // prettier-ignore
  });
});

it('a family whose file was handed over reads from where and why', async () => {
  const handedOver = {
    from: '青石镇 青杠村 二组',
    at: '2026-11-21T18:00:00+08:00',
    reason: '村组重新划分了',
  };
  phone.answers(file({ handedOver }));
  const page = render('packages/registration/household');
  await act(page, 'load');
  expect(page.data.file).toMatchObject({
    handedOver: '从青杠村二组转来，要重新核实',
    handOverReason: '村组重新划分了',
  });
});
