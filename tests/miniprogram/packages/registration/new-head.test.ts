import { file } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const sent = (action: string) => phone.calls.filter((call) => call.action === action);

describe('换户主', () => {
  const open = async () => {
    phone.answers({ ...file(), duplicates: [] });
    const page = render('packages/registration/new-head');
    await act(page, 'onLoad', { householdId: 'h1' });
    return page;
  };

  it('asks who it is and what everybody else is to them, each beside its question', async () => {
    const page = await open();
    await act(page, 'send');
    expect(page.data.headError).toBe('请选新户主');
    await act(page, 'chooseHead', said({ chosen: ['p2'] }));
    await act(page, 'send');
    const errors = (page.data.others as { name: string; error: string }[]).map(({ error }) => error);
    expect(errors).toEqual(['', '请选周平是新户主的什么人']);
    expect(page.data.asksReason).toBe(false);
  });

  it('sends it once with its reason, about the version that was seen', async () => {
    const page = await open();
    await act(page, 'chooseHead', said({ chosen: ['p2'] }));
    await act(page, 'chooseRelation', said({ chosen: ['grandparent'] }, { index: 1 }));
    await act(page, 'send');
    phone.answers(file());
    const reason = said({ reason: '户主年纪大了' });
    await Promise.all([act(page, 'onReason', reason), act(page, 'onReason', reason)]);
    expect(sent('changeHead')).toMatchObject([
      {
        input: {
          householdId: 'h1',
          version: 3,
          headId: 'p2',
          reason: '户主年纪大了',
          relations: [{ personId: 'p1', relation: 'grandparent' }],
        },
      },
    ]);
  });
});

describe('核实登记 of a household that moved away', () => {
  it('closes the file once, with the reason', async () => {
    phone.answers({ ...file(), duplicates: [] });
    const page = render('packages/registration/review');
    await act(page, 'onLoad', { householdId: 'h1' });
    phone.answers({});
    const reason = said({ reason: '全家搬到外地了' });
    await Promise.all([act(page, 'onMoveReason', reason), act(page, 'onMoveReason', reason)]);
    expect(sent('moveOut')).toMatchObject([
      { input: { householdId: 'h1', version: 3, reason: '全家搬到外地了' } },
    ]);
  });
});
