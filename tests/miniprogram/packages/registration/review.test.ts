import type { ReviewPerson } from '../../../../miniprogram/packages/registration/review/people';
import { file } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

describe('核实登记', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (duplicates: object[] = []) => {
    phone.answers({ ...file(), duplicates });
    const page = render('packages/registration/review');
    await act(page, 'onLoad', { householdId: 'h1' });
    return page;
  };
  const people = (page: Awaited<ReturnType<typeof open>>) => page.data.people as ReviewPerson[];
  const sent = (action: string) =>
    phone.calls.filter((call) => call.action === action).map(({ input }) => input);

  it('shows masks until a number is opened, and then that number only', async () => {
    const page = await open();
    await act(page, 'askOpening', said({}, { person: 1, number: 1 }));
    expect(page.data).toMatchObject({ sheet: 'open', opening: { name: '周平的手机号' } });
    phone.answers({ value: '13912346021' });
    await act(page, 'onOpenReason', said({ reason: '打电话核实' }));
    expect(sent('openNumber')).toEqual([
      { householdId: 'h1', personId: 'p1', field: 'phone', reason: '打电话核实' },
    ]);
    expect(people(page).flatMap(({ numbers }) => numbers.map(({ open: opened }) => opened))).toEqual([
      '',
      '',
      '13912346021',
    ]);
  });

  it('does not open a number twice: each time is recorded', async () => {
    const page = await open();
    phone.answers({ value: '13912346021' });
    await act(page, 'askOpening', said({}, { person: 1, number: 1 }));
    await act(page, 'onOpenReason', said({ reason: '打电话核实' }));
    await act(page, 'askOpening', said({}, { person: 1, number: 1 }));
    expect(page.data.sheet).toBe('');
  });

  it('warns of papers that stand in another file', async () => {
    const page = await open([{ personId: 'p1', place: '青石镇 石桥村 一组', headName: '吴霞' }]);
    expect(people(page).map(({ duplicate }) => duplicate)).toEqual(['', '石桥村一组（吴霞）']);
    expect(words(page)).toContain('石桥村一组（吴霞）');
  });

  it('names only the village of a file that is not mine to see', async () => {
    const page = await open([{ personId: 'p1', householdId: null, place: '青石镇 石桥村', headName: null }]);
    expect(words(page)).toContain('还登记在别处：石桥村。那户不归您管');
  });

  it('verifies the version that was seen, once', async () => {
    const page = await open();
    phone.answers(file({ status: 'verified' }));
    await Promise.all([act(page, 'verify'), act(page, 'verify')]);
    expect(sent('verify')).toMatchObject([{ householdId: 'h1', version: 3 }]);
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('returns it with the reason that the household will read', async () => {
    const page = await open();
    phone.answers(file({ status: 'returned' }));
    await act(page, 'onReturnReason', said({ reason: '手机号打不通' }));
    expect(sent('returnToHousehold')).toMatchObject([
      { householdId: 'h1', version: 3, reason: '手机号打不通' },
    ]);
  });

  it('shows the new file when the household changed it meanwhile', async () => {
    const page = await open();
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过，请看过最新内容再改' });
    phone.answers({ ...file({ version: 4 }), duplicates: [] });
    await act(page, 'verify');
    expect(phone.modals[0]).toEqual({ title: '没有办成', content: '别人刚改过，请看过最新内容再改' });
    expect(page.data).toMatchObject({ sending: false, file: { version: 4 } });
  });

  it('without network says so, and the buttons work again', async () => {
    const page = await open();
    phone.breaks({ errCode: -504002 });
    await act(page, 'verify');
    expect(phone.modals).toHaveLength(1);
    expect(page.data.sending).toBe(false);
  });
});
