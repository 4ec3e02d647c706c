import type { DeclarationDraft } from '../../../../miniprogram/packages/returns/declare/declaration-draft';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said } from '../../support/render';
import { filledDraft, OWN_ID, person } from './declarations';

const DRAFT = 'draft:declare';

describe('同行的人', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async (companion = person({ name: '', number: '', phone: '' })) => {
    phone.storage.set(DRAFT, filledDraft({ travellers: [person(), companion] }));
    const page = render('packages/returns/companion');
    await act(page, 'onLoad', { draft: 'declare', index: '1' });
    return page;
  };
  const names = () => (phone.storage.get(DRAFT) as DeclarationDraft).travellers.map(({ name }) => name);

  it('is not kept with something missing', async () => {
    const page = await open();
    await act(page, 'save');
    expect(page.data.errors).toMatchObject({ name: '请填写姓名', relation: '请选择与户主的关系' });
    expect(phone.went).toEqual([]);
    for (const [name, value] of Object.entries({ name: '刘秀兰', relation: 'spouse', number: OWN_ID }))
      await act(page, 'onChange', said({ name, value }));
    await act(page, 'save');
    expect(phone.went).toEqual(['navigateBack']);
    expect(names()).toEqual(['周平', '刘秀兰']);
  });

  it('leaves no empty row behind', async () => {
    (await open()).detach();
    expect(names()).toEqual(['周平']);
  });

  it('leads home without a form to go back to', async () => {
    await act(render('packages/returns/companion'), 'onLoad', { draft: 'declare', index: '1' });
    expect(phone.went).toEqual(['switchTab /pages/home/index']);
  });
});
