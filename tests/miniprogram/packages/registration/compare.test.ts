import type { Side } from '../../../../miniprogram/packages/registration/compare/sides';
import { file, person } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

const twin = (personId: string, householdId: string) => ({
  personId,
  householdId,
  place: '青石镇 柳溪村 三组',
  headName: '某',
});
const one = { ...file(), duplicates: [twin('p2', 'h2')] };
const other = {
  ...file({
    householdId: 'h2',
    version: 7,
    people: [
      person({ personId: 'q1', name: '吴霞' }),
      person({ personId: 'q2', name: '周小宇', relation: 'other' }),
    ],
  }),
  duplicates: [twin('q2', 'h1')],
};

describe('两份档案', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async () => {
    phone.answers(one);
    phone.answers(other);
    const page = render('packages/registration/compare');
    await act(page, 'onLoad', { householdId: 'h1', other: 'h2' });
    return page;
  };
  const sent = (action: string) => phone.calls.find((call) => call.action === action)?.input;

  it('marks who stands in both, and lets nobody take off a head', async () => {
    const page = await open();
    const sides = page.data.sides as Side[];
    expect(
      sides.map(({ people }) => people.filter(({ twice }) => twice).map(({ name, mayGo }) => [name, mayGo])),
    ).toEqual([[['周小宇', true]], [['周小宇', true]]]);
    expect(words(page)).toContain('吴霞家');
  });

  it('asks which file stays before it asks why', async () => {
    const page = await open();
    await act(page, 'askMerge');
    expect(page.data).toMatchObject({ sheet: '', wrong: '请先选留下哪一份' });
  });

  it('merges the other file into the one that stays, as both were seen', async () => {
    const page = await open();
    await act(page, 'keep', said({}, { side: 1 }));
    await act(page, 'askMerge');
    phone.answers(other);
    await act(page, 'onMergeReason', said({ reason: '同一户登记了两次' }));
    expect(sent('merge')).toMatchObject({
      keep: { householdId: 'h2', version: 7 },
      drop: { householdId: 'h1', version: 3 },
      reason: '同一户登记了两次',
    });
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('takes one person off one of the two', async () => {
    const page = await open();
    await act(page, 'askTakeOff', said({}, { side: 0, at: 0 }));
    phone.answers(one);
    await act(page, 'onTakeOffReason', said({ reason: '已经住到那一户去了' }));
    expect(sent('takeOffDuplicate')).toMatchObject({
      householdId: 'h1',
      version: 3,
      personId: 'p2',
      livesIn: 'h2',
    });
  });

  it('says that somebody changed a file meanwhile, and shows it anew', async () => {
    const page = await open();
    await act(page, 'keep', said({}, { side: 0 }));
    phone.refuses({ code: 'CONFLICT', message: '别人刚改过' });
    phone.answers(one);
    phone.answers({ ...other, version: 8 });
    await act(page, 'onMergeReason', said({ reason: '同一户登记了两次' }));
    expect(phone.modals[0]?.content).toBe('别人刚改过');
    expect((page.data.sides as Side[])[1]?.version).toBe(8);
  });
});
