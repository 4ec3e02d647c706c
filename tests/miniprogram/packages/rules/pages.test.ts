import { SHIPPED } from '../../../../cloudfunctions/rulebook/shipped';
import { rulebookView } from '../../../../cloudfunctions/rulebook/rulebook-view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';
import { areaList, current, part, version } from './answers';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

describe('规则和风险区域', () => {
  it('says in words what is in force, and what waits for the other officer', async () => {
    phone.answers(current({ waiting: [version()] }));
    phone.answers({ sweeps: [] });
    const page = render('packages/rules/overview');
    await act(page, 'load');
    const text = words(page);
    expect(text).toContain('过去 14 天去过高风险地区');
    expect(text).toContain('集中隔离 14 天');
    expect(text).toContain('今天有高风险 1 个，重点地区 2 个');
    expect(text).toContain('第 3 版：冬季防控规则');
    expect(text).toContain('体温到 37.3℃ 算发热');
    expect(text).toContain('提一版新规则');
  });

  it('lets a grid member read, and not propose', async () => {
    phone.answers(current({ isOffice: false, division: null }));
    const page = render('packages/rules/overview');
    await act(page, 'load');
    expect(words(page)).not.toContain('提一版新规则');
    expect(words(page)).not.toContain('现在写');
    expect(phone.calls.map(({ action }) => action)).toEqual(['current']);
  });
});

describe('提一版新规则', () => {
  const open = async (start = 'current') => {
    phone.answers(current());
    const page = render('packages/rules/edit');
    await act(page, 'onLoad', { start });
    return page;
  };

  it('starts from a disease that came with the program', async () => {
    const page = await open('influenza');
    expect(page.data.form).toMatchObject({ title: '流感防控规则', feverFrom: '38.0', lookBackDays: '7' });
  });

  it('sends numbers, and a row that is changed', async () => {
    const page = await open();
    await act(page, 'write', said({ value: '县指挥部' }, { name: 'organisation' }));
    await act(page, 'write', said({ value: '10' }, { name: 'rows.3.days' }));
    await act(page, 'write', said({ value: '1，7、10' }, { name: 'rows.3.testDays' }));
    await act(page, 'choose', said({ chosen: ['freeMovement'] }, { name: 'rows.9.measure' }));
    phone.answers({ version: 4 });
    await act(page, 'send');
    const { input } = phone.calls.at(-1)! as { input: { classification: object[]; profile: object } };
    expect(input).toMatchObject({ source: { organisation: '县指挥部' }, profile: { feverFrom: 37.3 } });
    expect(input.classification[2]).toMatchObject({ afterNegativeTest: { days: 14, testDays: [1, 7, 14] } });
    expect(input.classification[3]).toMatchObject({ days: 10, testDays: [1, 7, 10] });
    expect(input.classification[9]).toMatchObject({ measure: 'freeMovement', days: 0, testDays: [] });
    expect(phone.went).toEqual(['redirectTo ../proposal/index?version=4']);
  });

  it('opens the row that the cloud refuses, with its words beside the box', async () => {
    const page = await open();
    phone.refuses({
      code: 'INVALID_INPUT',
      message: '有 2 处需要修改',
      fields: {
        'classification.3.testDays': '做核酸的日子不能超过总天数',
        'source.organisation': '请填写发文单位',
      },
    });
    await act(page, 'send');
    expect(page.data.errors).toEqual({
      'rows.3.testDays': '做核酸的日子不能超过总天数',
      organisation: '请填写发文单位',
    });
    expect((page.data.form as { rows: { open: boolean }[] }).rows[3]!.open).toBe(true);
    expect(words(page)).toContain('有 2 处需要修改');
  });
});

describe('一版规则', () => {
  const open = async (more = {}) => {
    phone.answers({ row: version(more), rulebook: rulebookView(SHIPPED[0]!) });
    phone.answers(current());
    phone.answers(part(2, 'more'));
    phone.answers(part(1, null));
    const page = render('packages/rules/proposal');
    await act(page, 'onLoad', { version: '3' });
    await settle(60);
    return page;
  };

  it('adds up the parts of the preview', async () => {
    const page = await open();
    expect(page.data.preview).toMatchObject({
      status: 'ready',
      people: 3,
      here: 2,
      moves: [{ words: '健康监测 14 天 → 居家隔离观察 14 天', people: 3 }],
    });
    expect(phone.calls.slice(2).map(({ input }) => input)).toEqual([
      { version: 3 },
      { version: 3, after: 'more' },
    ]);
  });

  it('is approved by the other officer after a second question', async () => {
    const page = await open();
    phone.answers(version({ status: 'approved' }));
    await act(page, 'onApprove');
    expect(phone.modals[0]).toMatchObject({ title: '通过？' });
    expect(phone.calls.find(({ action }) => action === 'decide')?.input).toEqual({
      version: 3,
      decision: 'approve',
    });
  });

  it('shows who proposed it no way to approve', async () => {
    const page = await open({ isMine: true });
    expect(words(page)).toContain('您提的，要由另一位同事审批');
    expect(words(page)).not.toContain('通过这一版');
  });
});

describe('风险区域', () => {
  const area = (areaId: string, validTo: string | null = null) => ({
    areaId,
    code: '510107',
    name: '四川省成都市武侯区',
    level: 'high',
    validFrom: '2026-11-10',
    validTo,
    source: { organisation: '省指挥部', documentNumber: '1号', date: '2026-11-10' },
    status: 'approved',
  });

  it('ends what was chosen, and never what has an end already', async () => {
    phone.answers({ rows: [area('a1'), area('a2', '2026-11-30')], next: null });
    phone.answers(current());
    const page = render('packages/rules/areas');
    await act(page, 'load');
    await act(page, 'pick', said({}, { index: 1 }));
    expect(page.data.chosen).toBe(0);
    await act(page, 'pick', said({}, { index: 0 }));
    await act(page, 'writeEnding', said({ value: '2026-11-22' }, { name: 'validTo' }));
    await act(page, 'writeEnding', said({ value: '省指挥部' }, { name: 'organisation' }));
    phone.answers({ listId: 'l1' });
    await act(page, 'end');
    expect(phone.calls.at(-1)?.input).toMatchObject({ areaIds: ['a1'], validTo: '2026-11-22' });
    expect(phone.went).toEqual(['navigateTo ../area-list/index?listId=l1']);
  });

  it('keeps the list when another place cannot be looked up, and says why', async () => {
    phone.answers({ rows: [area('a1')], next: null });
    phone.answers(current());
    const page = render('packages/rules/areas');
    await act(page, 'load');
    await act(page, 'write', said({ value: '成都' }));
    phone.refuses({ code: 'TOO_MANY_REQUESTS', message: '请稍等一会儿', fields: {} });
    phone.answers(current());
    await act(page, 'load');
    expect(words(page)).toContain('四川省成都市武侯区');
    expect(words(page)).toContain('请稍等一会儿');
  });

  it('shows one list to its end', async () => {
    phone.answers({ list: areaList(), rows: [area('a1')], next: 'a1' });
    phone.answers(current({ isOffice: false }));
    const page = render('packages/rules/area-list');
    await act(page, 'onLoad', { listId: 'l1' });
    await settle();
    expect(words(page)).toContain('往下看其余的');
    phone.answers({ list: areaList(), rows: [area('a2')], next: null });
    await act(page, 'onReachBottom');
    expect(phone.calls.at(-1)?.input).toEqual({ listId: 'l1', after: 'a1' });
    expect(page.data.cards).toMatchObject([{ areaId: 'a1' }, { areaId: 'a2' }]);
    expect(words(page)).not.toContain('往下看其余的');
  });

  it('says beside the place that none was chosen', async () => {
    const page = render('packages/rules/add-areas');
    await act(page, 'onLoad');
    phone.refuses({
      code: 'INVALID_INPUT',
      message: '请选择地方',
      fields: { 'rows.0.code': '行政区划代码是 6 位数字' },
    });
    await act(page, 'send');
    expect(words(page)).toContain('请选择地方');
    await act(page, 'addRow');
    expect(page.data.rows).toHaveLength(2);
    await act(page, 'removeRow', said({}, { index: 0 }));
    expect(page.data.rows).toMatchObject([{ key: 1 }]);
  });
});
