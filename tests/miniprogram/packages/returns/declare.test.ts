import type { DeclarationDraft } from '../../../../miniprogram/packages/returns/declare/declaration-draft';
import { dayAfter } from '../../../../miniprogram/shared/stays';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words, type Rendered } from '../../support/render';
import { declaration, family, filledDraft, needs, OWN_ID, person, TODAY } from './declarations';

const DRAFT = 'draft:declare';
const FILE = 'cloud://e.b/returns/x/y.jpg';

describe('返乡申报', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  const open = async (draft?: DeclarationDraft, form = needs(), query: object = {}): Promise<Rendered> => {
    if (draft) phone.storage.set(DRAFT, draft);
    phone.answers(form);
    const page = render('packages/returns/declare');
    await act(page, 'onLoad', query);
    return page;
  };
  const stored = () => phone.storage.get(DRAFT) as DeclarationDraft | undefined;
  const draftOf = (page: Rendered) => page.data.draft as DeclarationDraft;
  const errors = (page: Rendered) => page.data.errors as Record<string, string>;
  const sent = () => phone.calls.filter(({ action }) => /declare|amend|changePlan/.test(action));
  const answersDeclared = (...names: string[]) =>
    phone.answers({
      arrivalId: 'a1',
      householdId: 'h1',
      declarations: names.map((name) => declaration({ name })),
    });

  it('asks somebody without a household who they are and where they go', async () => {
    const page = await open(filledDraft({ travellers: [], gridId: '', address: '', tenure: '' }));
    phone.answers(needs());
    await act(page, 'next');
    expect(Object.keys(errors(page)).sort()).toEqual([
      'destination.address',
      'destination.gridId',
      'destination.tenure',
      'travellers.0.form.name',
      'travellers.0.form.papers.number',
      'travellers.0.form.phone',
    ]);
    await act(page, 'onOwnPerson', said({ name: 'number', value: OWN_ID }));
    expect(errors(page)['travellers.0.form.papers.number']).toBeUndefined();
    expect(words(page)).toContain('您是谁');
  });

  it('of a household asks for a tap, and not for who is returning already', async () => {
    const page = await open(undefined, needs(family()));
    await act(page, 'next');
    expect(errors(page)).toEqual({ travellers: '请点一下，谁回来' });
    await act(page, 'onTogglePerson', said({ personId: 'p2' }));
    expect(draftOf(page).travellers).toEqual([]);
    await act(page, 'onTogglePerson', said({ personId: 'p1' }));
    expect(draftOf(page).travellers).toMatchObject([{ personId: 'p1', name: '陈秀兰' }]);
    await act(page, 'onTogglePerson', said({ personId: 'p1' }));
    expect(draftOf(page).travellers).toEqual([]);
  });

  it('forgets who of a draft has left the file or is returning by now', async () => {
    const travellers = [
      person({ personId: 'p1' }),
      person({ personId: 'p2' }),
      person({ personId: 'gone' }),
      person({ name: '同伴', relation: 'other' }),
    ];
    const page = await open(filledDraft({ travellers, traveller: 3 }), needs(family()));
    expect(draftOf(page).travellers.map(({ name, personId }) => personId || name)).toEqual(['p1', '同伴']);
    expect(draftOf(page).traveller).toBe(0);
  });

  it('is where it was after the app was closed, without network too', async () => {
    const page = await open(filledDraft({ step: 2 }));
    await act(page, 'onTrip', said({ name: 'seat', value: '12F' }));
    page.detach();
    phone.breaks({ errMsg: 'request:fail' });
    const again = render('packages/returns/declare');
    await act(again, 'onLoad');
    await settle(900);
    expect(again.data).toMatchObject({ status: 'ready', stepName: 'stays' });
    expect(draftOf(again).seat).toBe('12F');
    expect((again.data.line as { text: string }).text).toContain('草稿已存在这部手机');
  });

  it('can’t begin without knowing what is asked, and says so', async () => {
    phone.breaks({ errMsg: 'request:fail' });
    const page = render('packages/returns/declare');
    await act(page, 'onLoad');
    await settle(900);
    expect(page.data.status).toBe('failed');
    phone.answers(needs());
    await act(page, 'retry');
    expect(page.data.status).toBe('ready');
  });

  it('needs the number of a train and the plate of a car', async () => {
    const page = await open(filledDraft({ step: 1, number: '', arrivalTime: '' }));
    await act(page, 'next');
    expect(errors(page)).toEqual({
      'trip.transport.number': '请填写车次、航班号',
      'trip.arrivesAt': '请选择几点到',
    });
    await act(page, 'onTrip', said({ name: 'transport', value: 'car' }));
    expect(Object.keys(errors(page))).toEqual(['trip.arrivesAt']);
    await act(page, 'next');
    expect(errors(page)['trip.transport.plate']).toBe('请填写车牌');
  });

  it('moves the stays along with the day of arrival', async () => {
    const page = await open(filledDraft({ step: 1 }));
    const later = dayAfter(TODAY, 3);
    await act(page, 'onTrip', said({ name: 'arrivalDate', value: later }));
    expect(draftOf(page).stays).toMatchObject([{ from: dayAfter(TODAY, -10), to: later }]);
  });

  it('takes a place from the sheet for the days that are missing', async () => {
    const gap = filledDraft({ step: 2 });
    gap.stays[0]!.to = dayAfter(TODAY, -3);
    const page = await open(gap);
    await act(page, 'next');
    expect(errors(page)['trip.stays']).toContain('住哪里还没写');
    phone.answers({ version: 'a', rows: ['510000 四川省 si chuan sheng', '510107 武侯区 wu hou qu'] });
    const adding = act(page, 'onAddStay');
    await settle();
    await act(page, 'onDivisionSearch', said({ text: 'whq' }));
    await act(page, 'onDivisionPick', said({ code: '510107' }));
    await adding;
    expect(draftOf(page).stays[1]).toEqual({
      kind: 'division',
      code: '510107',
      name: '四川省 武侯区',
      from: dayAfter(TODAY, -2),
      to: TODAY,
    });
    await act(page, 'onRemoveStay', said({ index: 0 }));
    expect(draftOf(page).stays).toHaveLength(1);
  });

  it('asks after everybody’s health, one after the other', async () => {
    const travellers = [person(), person({ name: '刘秀兰', number: '', none: false, contact: '' })];
    const page = await open(filledDraft({ step: 3, travellers }));
    await act(page, 'next');
    expect(page.data).toMatchObject({ stepName: 'health' });
    expect(draftOf(page).traveller).toBe(1);
    await act(page, 'next');
    expect(page.data.healthErrors).toEqual({
      symptoms: '没有不舒服，也请点“都没有”',
      contact: '请选择有没有接触过病人',
    });
    await act(page, 'onHealth', said({ name: 'none', value: true }));
    await act(page, 'onHealth', said({ name: 'contact', value: 'none' }));
    await act(page, 'next');
    expect(page.data.stepName).toBe('sign');
  });

  it.each([
    ['3.65', '体温写成 36.5 这样'],
    ['29.9', '体温不会这么低，请再量一次'],
    ['44', '体温不会这么高，请再量一次'],
  ])('doesn’t take %s for a temperature', async (temperature, wrong) => {
    const page = await open(filledDraft({ step: 3, travellers: [person({ temperature })] }));
    await act(page, 'next');
    expect(page.data.healthErrors).toEqual({ temperature: wrong });
  });

  it('sends a picture as soon as it is taken, again when it failed, and takes it off', async () => {
    const page = await open(filledDraft({ step: 3 }));
    let arrives = false;
    Object.assign(wx, { chooseMedia: async () => ({ tempFiles: [{ tempFilePath: 'a.jpg' }] }) });
    Object.assign(wx.cloud, {
      uploadFile: ({ success, fail }: { success: (answer: object) => void; fail: () => void }) => {
        setTimeout(() => {
          if (arrives) success({ fileID: FILE });
          else fail();
        });
        return { onProgressUpdate: (listener: (at: object) => void) => listener({ progress: 50 }) };
      },
    });
    await act(page, 'onTakePhoto', said({ kind: 'test' }));
    expect(page.data.uploads).toEqual({ test: { state: 'failed', percent: 0, path: 'a.jpg' } });
    arrives = true;
    await act(page, 'onPhotoAgain', said({ kind: 'test' }));
    expect(draftOf(page).travellers[0]?.photos.test).toBe(FILE);
    await act(page, 'onDropPhoto', said({ kind: 'test' }));
    expect(draftOf(page).travellers[0]?.photos.test).toBe('');
    expect(page.data.uploads).toEqual({});
  });

  it('asks for consent and a whole signature before it is sent', async () => {
    const page = await open(filledDraft({ step: 4, agreed: false, signature: 'M1 1L3 3' }));
    await act(page, 'send');
    expect(errors(page)).toEqual({ consent: '请先看完，再点“我同意”', signature: '签得太短了，请写全名' });
    expect(sent()).toEqual([]);
  });

  it('declares once when 提交申报 is pressed twice, and leaves no papers on the phone', async () => {
    const page = await open(filledDraft({ step: 4 }));
    answersDeclared('周平');
    await Promise.all([act(page, 'send'), act(page, 'send')]);
    expect(sent()).toHaveLength(1);
    expect(sent()[0]?.input).toMatchObject({
      requestId: 'r'.repeat(24),
      travellers: [{ form: { relation: 'head', papers: { number: OWN_ID } }, test: null }],
      trip: { arrivesAt: `${TODAY}T17:30:00+08:00`, stays: [{ where: { code: '330212' } }] },
      destination: { gridId: 'liuxi-3', address: '18 号', tenure: 'owner' },
    });
    expect(phone.went).toContain('redirectTo ../decision/index?arrivalId=a1&sent=1');
    page.detach();
    expect(stored()).toBeUndefined();
    expect(JSON.stringify([...phone.storage])).not.toContain(OWN_ID);
  });

  it('without network keeps everything, says so, and sends the same form again', async () => {
    const page = await open(filledDraft({ step: 4 }));
    phone.breaks({ errMsg: 'request:fail' });
    phone.breaks({ errMsg: 'request:fail' });
    await act(page, 'send');
    await settle(900);
    expect(page.data).toMatchObject({
      failed: true,
      line: { text: '网络不好，没有交上去。内容已存在这部手机' },
    });
    answersDeclared('周平');
    await act(page, 'send');
    expect(new Set(sent().map(({ input }) => (input as { requestId: string }).requestId)).size).toBe(1);
    expect(phone.went).toContain('redirectTo ../decision/index?arrivalId=a1&sent=1');
  });

  it.each([
    ['travellers.0.form.papers.number', 'who'],
    ['trip.arrivesAt', 'trip'],
    ['trip.stays.0.where.code', 'stays'],
    ['travellers.0.test.date', 'health'],
    ['consent.version', 'sign'],
  ])('puts what the cloud found wrong at %s beside the question, on step %s', async (path, step) => {
    const page = await open(filledDraft({ step: 4 }));
    phone.refuses({ code: 'INVALID_INPUT', message: '请改正', fields: { [path]: '不对' } });
    await act(page, 'send');
    expect(page.data.stepName).toBe(step);
    expect(Object.values(errors(page))).toEqual(['不对']);
  });

  it('amends one declaration with what was declared, unless somebody was faster', async () => {
    phone.answers({ declarations: [declaration({ version: 3 })] });
    const page = await open(undefined, needs(family()), { declarationId: 'd1' });
    expect(page.data).toMatchObject({ purpose: 'amend', stepName: 'trip' });
    await act(page, 'onTrip', said({ name: 'seat', value: '7C' }));
    phone.answers(declaration({ version: 4 }));
    await act(page, 'send');
    expect(sent()).toMatchObject([
      { action: 'amend', input: { declarationId: 'd1', version: 3, trip: { transport: { seat: '7C' } } } },
    ]);
    expect(phone.went).toContain('redirectTo ../decision/index?arrivalId=a1');
  });

  it('of a declaration that is checked by now leads to the list', async () => {
    phone.answers({ declarations: [declaration({ status: 'checked' })] });
    await open(undefined, needs(), { declarationId: 'd1', plan: '1' });
    expect(phone.went).toEqual(['redirectTo ../mine/index']);
  });

  it('a proxy finds the household first, and tells the consent', async () => {
    const page = await open(undefined, needs(), { proxy: '1' });
    expect(phone.calls[0]).toMatchObject({ action: 'formFor' });
    await act(page, 'next');
    expect(page.data.finding).toMatchObject({ error: '先找到这一户。名册里没有的，新登记一户' });
    await act(page, 'onFindWords', said({ value: '李建国' }));
    phone.answers({ rows: [{ householdId: 'h1', headName: '李建国', place: '青石镇 柳溪村 三组', address: '12 号' }], next: null }); // prettier-ignore
    await act(page, 'onFind');
    phone.answers(needs(family()));
    await act(page, 'onPickHousehold', { currentTarget: { dataset: { index: 0 } } });
    await act(page, 'onTogglePerson', said({ personId: 'p0' }));
    const { travellers, ...rest } = filledDraft({ gridId: '' });
    const draft = { ...rest, ...draftOf(page), ...{ ...rest, householdId: 'h1', requestId: 'q'.repeat(24) } };
    page.setData({ draft: { ...draft, travellers: [person({ ...travellers[0], personId: 'p0' })] } });
    answersDeclared('李建国');
    await act(page, 'send');
    expect(sent()).toMatchObject([
      {
        action: 'declareFor',
        input: { householdId: 'h1', consent: { told: true }, travellers: [{ personId: 'p0' }] },
      },
    ]);
    expect(sent()[0]?.input).not.toHaveProperty('destination');
  });
});
