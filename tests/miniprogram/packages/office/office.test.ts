import { townshipContract } from '../../../../cloudfunctions/contracts/township';
import {
  wrongCount,
  wrongGridCode,
  wrongTownName,
} from '../../../../miniprogram/packages/office/check-forms';
import { wrongPhone } from '../../../../miniprogram/shared/phone';
import { wrongName } from '../../../../miniprogram/shared/words';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

describe('the phone and the contract say the same', () => {
  const { shape } = townshipContract.openOffice.input;
  const said_ = (field: keyof typeof shape, value: unknown) =>
    shape[field].safeParse(value).error?.issues[0]?.message ?? '';

  it.each(['', 'x', '青禾镇', '字'.repeat(21)])('about the name of a town: "%s"', (name) => {
    if (name !== '') expect(wrongTownName(name)).toBe(said_('townName', name));
    else expect(wrongTownName(name)).toBe('请填写镇的名称');
  });
  it.each(['陈志远', '陈1', '字'.repeat(31)])('about a person: "%s"', (name) =>
    expect(wrongName(name)).toBe(said_('name', name)),
  );
  it.each(['13912346021', '139'])('about a phone: "%s"', (number) =>
    expect(wrongPhone(number)).toBe(said_('phone', number)),
  );
  it.each(['', 'QS-01', 'qs-01', '组1', 'A'.repeat(21), 'A_1'])('about the code of a grid: "%s"', (code) => {
    const { error } = townshipContract.addGrid.input.shape.code.safeParse(code);
    expect(wrongGridCode(code)).toBe(error?.issues[0]?.message ?? '');
  });
  it.each([
    ['', '请填写户数'],
    ['2.5', '户数要是整数'],
    ['-1', '户数要是整数'],
    ['100001', '户数太大了'],
    ['0', ''],
    [' 45 ', ''],
  ])('about a count of households: "%s"', (count, text) => expect(wrongCount(count)).toBe(text));
});

describe('开通本镇', () => {
  const fill = async () => {
    const page = render('packages/office/open-office');
    const answers = { code: ' A1B2 ', townName: '青禾镇', name: '陈志远', phone: '13912346021' };
    for (const [name, value] of Object.entries(answers)) await act(page, 'write', said({ value }, { name }));
    return page;
  };

  it('sends the code once, and goes to the grids', async () => {
    const page = await fill();
    phone.answers({ town: {} });
    await Promise.all([act(page, 'send'), act(page, 'send')]);
    expect(phone.calls.map(({ input }) => input)).toEqual([
      { code: 'A1B2', townName: '青禾镇', name: '陈志远', phone: '13912346021' },
    ]);
    expect(phone.went).toEqual(['redirectTo ../grids/index']);
  });

  it('says what is missing beside each question', async () => {
    const page = render('packages/office/open-office');
    await act(page, 'send');
    expect(Object.keys(page.data.errors as object)).toEqual(['code', 'townName', 'name', 'phone']);
    expect(phone.calls).toEqual([]);
  });

  it('puts a wrong code beside the code', async () => {
    const page = await fill();
    phone.refuses({ code: 'INVALID_INPUT', message: '开通码不对', fields: { code: '开通码不对' } });
    await act(page, 'send');
    expect(page.data).toMatchObject({ errors: { code: '开通码不对' }, problem: '', sending: false });
  });
});

describe('a grid', () => {
  it('is added below another with a request id, so that twice is once', async () => {
    const page = render('packages/office/grid-form');
    await act(page, 'onLoad', { parentId: 'town', parentLevel: 'town' });
    await act(page, 'write', said({ value: '柳溪村' }, { name: 'name' }));
    await act(page, 'write', said({ value: '45' }, { name: 'known' }));
    phone.answers({});
    await act(page, 'send');
    expect(phone.calls[0]?.input).toMatchObject({
      parentId: 'town',
      level: 'village',
      name: '柳溪村',
      knownHouseholds: 45,
    });
    expect(townshipContract.addGrid.input.safeParse(phone.calls[0]?.input).success).toBe(true);
  });

  it('has a code where the town gave one, and may lose it', async () => {
    const page = render('packages/office/grid-form');
    const query = { gridId: 'g', name: 'x', code: 'QS-01', known: '9', lowest: '1', level: 'team' };
    await act(page, 'onLoad', { ...query, name: encodeURIComponent('三组') });
    await act(page, 'write', said({ value: '青-1' }, { name: 'code' }));
    await act(page, 'send');
    expect(page.data.errors).toEqual({ code: '编号只能有字母、数字和短横，最多 20 位' });
    expect(phone.calls).toEqual([]);
    await act(page, 'write', said({ value: '' }, { name: 'code' }));
    phone.answers({});
    await act(page, 'send');
    expect(phone.calls[0]?.input).toEqual({ gridId: 'g', name: '三组', code: '', knownHouseholds: 9 });
  });

  it('whose code another has says so beside it', async () => {
    const page = render('packages/office/grid-form');
    await act(page, 'onLoad', { gridId: 'g', name: 'xx', code: '', known: '9', lowest: '1', level: 'team' });
    await act(page, 'write', said({ value: 'qs-02' }, { name: 'code' }));
    phone.refuses({ code: 'INVALID_INPUT', message: '有了', fields: { code: '这里已经有编号“QS-02”了' } });
    await act(page, 'send');
    expect(page.data).toMatchObject({ errors: { code: '这里已经有编号“QS-02”了' }, sending: false });
  });

  it('that has others below it is not asked for its households', async () => {
    const page = render('packages/office/grid-form');
    await act(page, 'onLoad', { gridId: 'v', name: encodeURIComponent('柳溪村'), known: '120', lowest: '0' });
    expect(page.data).toMatchObject({ counts: false, form: { name: '柳溪村', known: '120' } });
    phone.answers({});
    await act(page, 'send');
    expect(phone.calls[0]?.input).toEqual({ gridId: 'v', name: '柳溪村', code: '' });
  });

  it.each([
    ['team', '移到别的村'],
    ['unit', '移到别的组'],
  ])('a %s can be moved', async (level, text) => {
    const page = render('packages/office/grid-form');
    await act(page, 'onLoad', { gridId: 'g', name: 'x', known: '1', lowest: '1', level });
    expect(words(page)).toContain(text);
  });

  it('a village stays in its town', async () => {
    const page = render('packages/office/grid-form');
    await act(page, 'onLoad', { gridId: 'v', name: 'x', known: '1', lowest: '0', level: 'village' });
    expect(words(page)).not.toContain('移到别的');
  });
});

describe('网格和岗位', () => {
  const details = {
    grid: {
      id: 'v',
      name: '柳溪村',
      code: 'QS-03',
      level: 'village',
      pathNames: ['青石镇', '柳溪村'],
      hasChildren: true,
      knownHouseholds: 120,
    },
    children: [
      {
        id: 'g',
        name: '三组',
        code: 'QS-0303',
        level: 'team',
        pathNames: [],
        hasChildren: false,
        knownHouseholds: 27,
        registered: 24,
      },
    ],
    posts: [
      {
        postId: 'p',
        name: '李国强',
        phoneMask: '139****0001',
        role: 'gridLeader',
        gridId: 'v',
        place: '',
        status: 'invited',
      },
    ],
  };
  const open = async () => {
    phone.answers(details);
    const page = render('packages/office/grids');
    await act(page, 'onLoad', { gridId: 'v' });
    await act(page, 'load');
    return page;
  };

  it('shows what lies below with its counts, and who has not signed in yet', async () =>
    expect((await open()).data.grid).toMatchObject({
      path: '青石镇 柳溪村',
      code: 'QS-03',
      lowest: false,
      children: [{ name: '三组', note: '组 QS-0303 · 应登记 27 户，已登记 24 户' }],
      posts: [{ role: '网格长', invited: true }],
    }));

  it('says that a move into this place is not ended, and goes on with it', async () => {
    expect(words(await open())).not.toContain('还没有移完');
    phone.answers({ ...details, grid: { ...details.grid, moving: true } });
    const page = render('packages/office/grids');
    await act(page, 'onLoad', { gridId: 'v' });
    await act(page, 'load');
    expect(words(page)).toContain('还没有移完');
  });

  it('takes a post only after the question', async () => {
    const page = await open();
    phone.confirms(false);
    await act(page, 'takePost', said({}, { index: 0 }));
    expect(phone.calls.map(({ action }) => action)).not.toContain('takeRole');
    phone.confirms(true);
    phone.answers({});
    phone.answers(details);
    await act(page, 'takePost', said({}, { index: 0 }));
    expect(phone.calls).toContainEqual({ name: 'township', action: 'takeRole', input: { postId: 'p' } });
  });

  it('takes a grid out of use only after the question, and offers to open it again', async () => {
    const page = await open();
    expect(words(page)).toContain('停用柳溪村');
    phone.confirms(false);
    await act(page, 'switchRetired');
    expect(phone.calls.map(({ action }) => action)).not.toContain('retireGrid');
    phone.confirms(true);
    phone.answers({});
    phone.answers({ ...details, grid: { ...details.grid, retired: true } });
    await act(page, 'switchRetired');
    expect(phone.calls).toContainEqual({
      name: 'township',
      action: 'retireGrid',
      input: { gridId: 'v', retired: true },
    });
    expect(words(page)).toContain('已经停用，没人能登记到这里');
    expect(words(page)).toContain('重新启用柳溪村');
    expect(words(page)).not.toContain('加一个网格');
  });

  it('says why a post could not be taken', async () => {
    const page = await open();
    phone.refuses({ code: 'CONFLICT', message: '不能撤掉自己最后一个镇防控办岗位' });
    phone.answers(details);
    await act(page, 'takePost', said({}, { index: 0 }));
    expect(phone.modals[1]).toMatchObject({ title: '没有撤掉' });
  });
});

describe('给人岗位', () => {
  it('needs a role, a name and a phone', async () => {
    const page = render('packages/office/post-form');
    await act(page, 'onLoad', { gridId: 'v', place: '' });
    await act(page, 'send');
    expect(Object.keys(page.data.errors as object)).toEqual(['role', 'name', 'phone']);
    await act(page, 'chooseRole', said({ chosen: ['villageDoctor'] }));
    await act(page, 'write', said({ value: '孙秀梅' }, { name: 'name' }));
    await act(page, 'write', said({ value: '13912346021' }, { name: 'phone' }));
    phone.answers({});
    await act(page, 'send');
    expect(phone.calls[0]?.input).toEqual({
      gridId: 'v',
      role: 'villageDoctor',
      name: '孙秀梅',
      phone: '13912346021',
    });
  });
});
