import { act, listen, render, said, settle, tap, words } from '../support/render';

describe('place-picker', () => {
  const rows = [{ id: 'liuxi', name: '柳溪村', more: true }];
  it('says which place was pressed', async () => {
    const picker = render('components/place-picker', { status: 'ready', rows });
    const picked = listen(picker, 'pick');
    await tap(picker, '.row');
    expect(picked).toHaveBeenCalledWith({ id: 'liuxi' });
  });
  it('shows the chosen place instead of the list', () => {
    const shown = words(render('components/place-picker', { place: '柳溪村三组', status: 'ready', rows }));
    expect(shown).toContain('柳溪村三组');
    expect(shown).toContain('换地方');
  });
  it('says that nothing came, and that nothing is lost', () =>
    expect(words(render('components/place-picker', { status: 'failed' }))).toMatch(/没有加载出来.*都还在/));
});

describe('consent-text', () => {
  it('asks for the guardian only when there is a child', () => {
    expect(words(render('components/consent-text', { child: false }))).not.toContain('监护人，同意');
    expect(words(render('components/consent-text', { child: true }))).toContain('监护人，同意');
  });
  it('says which tick was pressed', async () => {
    const text = render('components/consent-text', { child: true, agreed: true });
    const changed = listen(text, 'change');
    await tap(text, '.tick', 0);
    await tap(text, '.tick', 1);
    expect(changed.mock.calls.flat()).toEqual([
      { name: 'agreed', value: false },
      { name: 'guardian', value: true },
    ]);
  });
});

describe('reason-sheet', () => {
  const sheet = () =>
    render('components/reason-sheet', { visible: true, ready: ['手机号打不通'], confirmText: '退回修改' });

  it('does not take an empty reason', async () => {
    const asking = sheet();
    const confirmed = listen(asking, 'confirm');
    await act(asking, 'confirm');
    expect(confirmed).not.toHaveBeenCalled();
    expect(asking.data.error).toBe('请写明原因，至少 2 个字');
  });

  it('takes a ready reason, or own words', async () => {
    const asking = sheet();
    const confirmed = listen(asking, 'confirm');
    await act(asking, 'pick', said({}, { reason: '手机号打不通' }));
    await act(asking, 'confirm');
    await act(asking, 'write', said({ value: ' 门牌写错了 ' }));
    await act(asking, 'confirm');
    expect(confirmed.mock.calls.flat()).toEqual([{ reason: '手机号打不通' }, { reason: '门牌写错了' }]);
  });

  it('forgets the last reason when it is opened again', async () => {
    const asking = sheet();
    await act(asking, 'pick', said({}, { reason: '手机号打不通' }));
    asking.setData({ visible: false });
    asking.setData({ visible: true });
    await settle();
    expect(asking.data.reason).toBe('');
  });
});

describe('step-bar', () => {
  it('says where one is and what comes next', () =>
    expect(words(render('components/step-bar', { step: 1, names: ['村组', '门牌', '户主'] }))).toBe(
      '第 2 步，共 3 步下一步：户主',
    ));
});
