import {
  blankHousehold,
  type HouseholdDraft,
} from '../../../../miniprogram/packages/registration/household-draft';
import { act, render, said, settle, type Rendered } from '../../support/render';
import { filled, file, head, GRANDMOTHER_ID, grandson } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';

const DRAFT = 'draft:enrol';
const REVIEW = 5;

describe('登记我家', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  const open = async (draft?: HouseholdDraft): Promise<Rendered> => {
    if (draft) phone.storage.set(DRAFT, { ...draft, savedAt: 1 });
    else phone.answers({ grids: [] });
    const page = render('packages/registration/enrol');
    await act(page, 'onLoad');
    return page;
  };
  const stored = () => phone.storage.get(DRAFT) as HouseholdDraft | undefined;
  const enrolments = () => phone.calls.filter(({ action }) => action === 'enrol');
  const errors = (page: Rendered) => page.data.errors as Record<string, string>;

  it('makes one request id when the form is opened first, and keeps it with the draft', async () => {
    const page = await open();
    await act(page, 'onAddress', said({ value: '12 号' }));
    await act(page, 'keepDraftNow');
    const { requestId } = stored() ?? blankHousehold('');
    expect(requestId).toHaveLength(24);
    page.detach();
    const again = await open();
    expect((again.data.draft as HouseholdDraft).requestId).toBe(requestId);
  });

  it('is where it was after the app was closed, with everything typed', async () => {
    const page = await open(filled({ step: 1, address: '12 号' }));
    await act(page, 'onAddress', said({ value: '12 号，大槐树旁' }));
    page.detach();
    const again = await open();
    expect(again.data.step).toBe(1);
    expect((again.data.draft as HouseholdDraft).address).toBe('12 号，大槐树旁');
  });

  it('says where the draft is', async () => {
    const page = await open(filled({ step: 1 }));
    expect((page.data.line as { text: string }).text).toContain('草稿已存在这部手机');
  });

  it('goes down from village to group, and takes the last one', async () => {
    phone.answers({ grids: [{ id: 't', name: '青石镇', level: 'town', pathNames: [], hasChildren: true }] });
    phone.answers({
      grids: [{ id: 'v', name: '柳溪村', level: 'village', pathNames: [], hasChildren: true }],
    });
    phone.answers({ grids: [{ id: 'g', name: '三组', level: 'team', pathNames: [], hasChildren: false }] });
    const page = render('packages/registration/enrol');
    await act(page, 'onLoad');
    await act(page, 'onPickPlace', said({ id: 'v' }));
    await act(page, 'onPickPlace', said({ id: 'g' }));
    expect(page.data.draft).toMatchObject({ gridId: 'g', place: '柳溪村三组' });
  });

  it('does not go on from a step with something missing, and says what', async () => {
    const page = await open(filled({ step: 1, address: '', tenure: '' }));
    await act(page, 'next');
    expect(page.data.step).toBe(1);
    expect(errors(page)).toEqual({
      address: '请填写住址',
      tenure: '请选择自家的房还是租的房',
    });
  });

  it('no longer says what was wrong once the answer changes', async () => {
    const page = await open(filled({ step: 1, address: '', tenure: '' }));
    await act(page, 'next');
    await act(page, 'onAddress', said({ value: '12' }));
    expect(Object.keys(errors(page))).toEqual(['tenure']);
  });

  it('judges a number when its box is left, but not an empty one', async () => {
    const page = await open(filled({ step: 2, people: [head({ number: '510703195503082420', phone: '' })] }));
    await act(page, 'onHeadLeft', said({ name: 'number' }));
    await act(page, 'onHeadLeft', said({ name: 'phone' }));
    expect(page.data.headErrors).toEqual({ number: '身份证号不对，请对照身份证再看一遍' });
  });

  it('asks for the guardian when there is a child, before it goes on', async () => {
    const page = await open(filled({ step: 4, guardian: false }));
    expect(page.data.child).toBe(true);
    await act(page, 'next');
    expect(Object.keys(errors(page))).toEqual(['guardian']);
  });

  it('enrols once when 提交登记 is pressed twice', async () => {
    const page = await open(filled({ step: REVIEW }));
    phone.answers(file());
    await Promise.all([act(page, 'send'), act(page, 'send')]);
    expect(enrolments()).toHaveLength(1);
  });

  it('leaves no copy of the papers on the phone after the cloud has them', async () => {
    const page = await open(filled({ step: REVIEW }));
    phone.answers(file());
    await act(page, 'send');
    page.detach();
    expect(stored()).toBeUndefined();
    expect(JSON.stringify([...phone.storage])).not.toContain(GRANDMOTHER_ID);
    expect(phone.went).toContain('redirectTo ../household/index?sent=1');
  });

  it('leads to the first step with something wrong, though the last was reached', async () => {
    const page = await open(filled({ step: REVIEW, tenure: '', people: [head({ name: '' }), grandson()] }));
    await act(page, 'send');
    expect(page.data.step).toBe(1);
    expect(enrolments()).toHaveLength(0);
  });

  it('puts what the cloud found wrong beside the same question', async () => {
    const page = await open(filled({ step: REVIEW }));
    phone.refuses({
      code: 'INVALID_INPUT',
      message: '请改正',
      fields: { 'head.papers.number': '身份证号不对' },
    });
    await act(page, 'send');
    expect(page.data.step).toBe(2);
    expect(page.data.headErrors).toEqual({ number: '身份证号不对' });
  });

  it('without network keeps everything, says so, and sends the same form again', async () => {
    const page = await open(filled({ step: REVIEW }));
    phone.breaks({ errMsg: 'request:fail' });
    phone.breaks({ errMsg: 'request:fail' });
    await act(page, 'send');
    await settle(900);
    expect(page.data).toMatchObject({
      sending: false,
      failed: true,
      line: { tone: 'waiting', text: '网络不好，没有交上去。内容已存在这部手机' },
    });
    expect(stored()?.address).toBe('12 号');
    phone.answers(file());
    await act(page, 'send');
    expect(new Set(enrolments().map(({ input }) => (input as { requestId: string }).requestId)).size).toBe(1);
    expect(phone.went).toContain('redirectTo ../household/index?sent=1');
  });

  it('of a household that is enrolled already leads to its file', async () => {
    const page = await open(filled({ step: REVIEW }));
    phone.refuses({ code: 'CONFLICT', message: '您家已经登记过了' });
    await act(page, 'send');
    expect(phone.modals[0]).toMatchObject({ title: '已经登记过了' });
    expect(phone.went).toEqual(['redirectTo ../household/index']);
  });

  it('opens the page of a new family member in the same draft', async () => {
    const page = await open(filled({ step: 3, people: [head()] }));
    await act(page, 'addMember');
    expect(stored()?.people).toHaveLength(2);
    expect(phone.went).toEqual(['navigateTo ../member/index?draft=enrol&index=1']);
  });
});
