import type {
  HouseholdDraft,
  PersonDraft,
} from '../../../../miniprogram/packages/registration/household-draft';
import { blankPerson } from '../../../../miniprogram/packages/registration/household-draft';
import { filled, GRANDMOTHER_ID, grandson, head } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said } from '../../support/render';

describe('a family member', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  const open = async (people: PersonDraft[], index: number) => {
    phone.storage.set('draft:enrol', { ...filled({ people }), savedAt: 1 });
    const page = render('packages/registration/member');
    await act(page, 'onLoad', { draft: 'enrol', index: String(index) });
    return page;
  };
  const people = () => (phone.storage.get('draft:enrol') as HouseholdDraft).people;

  it('is in the draft as soon as it is written, also half', async () => {
    const page = await open([head(), blankPerson()], 1);
    await act(page, 'onChange', said({ name: 'name', value: '周小' }));
    page.detach();
    expect(people()[1]?.name).toBe('周小');
  });

  it('leaves no empty row when nothing was written', async () => {
    const page = await open([head(), blankPerson()], 1);
    page.detach();
    expect(people()).toHaveLength(1);
  });

  it('is stored only when everything is right', async () => {
    const page = await open([head(), grandson({ relation: '' })], 1);
    await act(page, 'save');
    expect(page.data.errors).toEqual({ relation: '请选择与户主的关系' });
    expect(phone.went).toEqual([]);
    await act(page, 'onChange', said({ name: 'relation', value: 'grandchild' }));
    await act(page, 'save');
    expect(phone.went).toEqual(['navigateBack']);
    expect(people()[1]?.relation).toBe('grandchild');
  });

  it('with papers of somebody above is told whose', async () => {
    const page = await open([head(), grandson({ number: GRANDMOTHER_ID })], 1);
    await act(page, 'onLeave', said({ name: 'number' }));
    expect(page.data.errors).toEqual({ number: '这个证件号和周平的一样，请再看一遍' });
  });

  it('is taken off only after the question', async () => {
    const page = await open([head(), grandson()], 1);
    phone.confirms(false);
    await act(page, 'remove');
    expect(people()).toHaveLength(2);
    phone.confirms(true);
    await act(page, 'remove');
    expect(phone.modals[0]?.title).toBe('不登记周小宇了？');
    expect(people().map(({ name }) => name)).toEqual(['周平']);
  });
});
