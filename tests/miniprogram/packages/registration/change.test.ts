import type { HouseholdDraft } from '../../../../miniprogram/packages/registration/household-draft';
import { file } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle } from '../../support/render';

const returned = file({ status: 'returned', returnReason: '门牌写得不清楚' });

describe('修改档案', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  const open = async (query: { householdId?: string } = {}, household = returned) => {
    phone.answers(household);
    const page = render('packages/registration/change');
    await act(page, 'onLoad', query);
    return page;
  };
  const agree = async (page: Awaited<ReturnType<typeof open>>) => {
    await act(page, 'onConsent', said({ name: 'agreed', value: true }));
    await act(page, 'onConsent', said({ name: 'guardian', value: true }));
  };
  const sent = (action: string) =>
    phone.calls.filter((call) => call.action === action).map(({ input }) => input);

  it('begins with the file and the reason it came back for', async () => {
    const page = await open();
    expect(page.data).toMatchObject({ status: 'ready', returnReason: '门牌写得不清楚', consents: true });
    expect((page.data.draft as HouseholdDraft).people.map(({ name }) => name)).toEqual(['周平', '周小宇']);
  });

  it('sends the change with the version that was seen, once, and forgets the draft', async () => {
    const page = await open();
    await act(page, 'onAddress', said({ value: '12 号，大槐树旁' }));
    await agree(page);
    phone.answers(file());
    await Promise.all([act(page, 'send'), act(page, 'send')]);
    expect(sent('changeMyHousehold')).toMatchObject([{ version: 3, address: '12 号，大槐树旁' }]);
    expect(phone.storage.has('draft:change')).toBe(false);
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('asks for consent again before the household sends', async () => {
    const page = await open();
    await act(page, 'send');
    expect(Object.keys(page.data.errors as object)).toEqual(['consent', 'guardian']);
    expect(sent('changeMyHousehold')).toEqual([]);
  });

  it('takes up the draft of the same version, and drops one of an older file', async () => {
    const page = await open();
    await act(page, 'onAddress', said({ value: '15 号' }));
    page.detach();
    expect(((await open()).data.draft as HouseholdDraft).address).toBe('15 号');
    const newer = await open({}, file({ version: 4 }));
    expect((newer.data.draft as HouseholdDraft).address).toBe('12 号');
  });

  it('shows the new file when somebody else wrote it meanwhile', async () => {
    const page = await open();
    await agree(page);
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过，请看过最新内容再改' });
    phone.answers(file({ version: 4, address: '16 号' }));
    await act(page, 'send');
    expect(phone.modals[0]?.title).toBe('档案刚刚有变动');
    expect(page.data.draft).toMatchObject({ version: 4, address: '16 号' });
  });

  it('without network keeps what was written', async () => {
    const page = await open();
    await agree(page);
    phone.breaks({ errMsg: 'request:fail' });
    phone.breaks({ errMsg: 'request:fail' });
    await act(page, 'send');
    await settle(900);
    expect(page.data).toMatchObject({ failed: true, line: { tone: 'waiting' } });
    expect(phone.storage.has('draft:change')).toBe(true);
  });

  it('at the door states a reason instead of consent, and keeps its own draft', async () => {
    const page = await open({ householdId: 'h1' });
    await act(page, 'send');
    expect(page.data.asksReason).toBe(true);
    phone.answers(file());
    await act(page, 'onReason', said({ reason: '住户当面说的' }));
    expect(sent('correct')).toMatchObject([{ householdId: 'h1', version: 3, reason: '住户当面说的' }]);
    expect(phone.storage.has('draft:correct:h1')).toBe(false);
  });

  it('says when the file did not load, and tries again', async () => {
    phone.breaks({ errCode: -504002 });
    const page = render('packages/registration/change');
    await act(page, 'onLoad', {});
    expect(page.data.status).toBe('failed');
    phone.answers(returned);
    await act(page, 'retry');
    expect(page.data.status).toBe('ready');
  });
});
