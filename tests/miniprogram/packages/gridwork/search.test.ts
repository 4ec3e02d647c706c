import type { FoundRow } from '../../../../cloudfunctions/contracts/index';
import { foundCard } from '../../../../miniprogram/packages/gridwork/search/rows';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

const row = (more: Partial<FoundRow> = {}): FoundRow => ({
  householdId: 'h1',
  headName: '王桂英',
  place: '青石镇 柳溪村 三组',
  address: '27 号',
  peopleCount: 3,
  careCount: 0,
  status: 'verified',
  found: ['王桂英'],
  ...more,
});

describe('a found household', () => {
  it('says whose, where, how many, and who else was meant', () =>
    expect(foundCard(row({ found: ['王桂英', '周小宇'] }))).toMatchObject({
      title: '王桂英家',
      place: '柳溪村三组 27 号',
      note: '3 口人 · 有周小宇',
      tags: [],
    }));
  it('says when it is not registered yet', () =>
    expect(foundCard(row({ status: 'rostered', careCount: 1 })).tags.map(({ text }) => text)).toEqual([
      '未登记',
      '1 人要照顾',
    ]));
});

describe('找住户', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const ask = async (text: string) => {
    const page = render('packages/gridwork/search');
    await act(page, 'write', said({ value: text }));
    await act(page, 'search');
    return page;
  };

  it('asks for words before it asks the cloud', async () => {
    const page = await ask('  ');
    expect(page.data.error).toBe('请填写姓名、手机尾号或住址');
    expect(phone.calls).toEqual([]);
  });

  it('lists what was found, page by page, and opens a household', async () => {
    phone.answers({ rows: [row({ householdId: 'a' })], next: 'a' });
    phone.answers({ rows: [row({ householdId: 'b' })], next: null });
    const page = await ask(' 王 ');
    await act(page, 'onReachBottom');
    await act(page, 'onReachBottom');
    expect(phone.calls.map(({ input }) => input)).toEqual([{ words: '王' }, { words: '王', after: 'a' }]);
    await tap(page, '.file', 1);
    expect(phone.went).toEqual(['navigateTo /packages/registration/review/index?householdId=b']);
  });

  it('says when nothing was found', async () => {
    phone.answers({ rows: [], next: null });
    expect(words(await ask('钱'))).toContain('没有找到“钱”');
  });

  it('shows a refusal beside the box', async () => {
    phone.refuses({ code: 'INVALID_INPUT', message: '有一处要改', fields: { words: '请写姓名' } });
    const page = await ask('，');
    expect(page.data).toMatchObject({ status: 'asking', error: '请写姓名' });
  });

  it('offers to try again when the network breaks', async () => {
    phone.breaks({ errCode: -504002 });
    expect((await ask('王')).data.status).toBe('failed');
  });
});
