import type { ItemView } from '../../../../cloudfunctions/contracts';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const AT = '2026-11-21T09:00:00+08:00';
const rule = { percent: 20, days: 7 };
const eggs: ItemView = {
  itemId: 'i-eggs',
  supplierId: 's-1',
  name: '鸡蛋',
  spec: '30 个一板',
  unit: '板',
  category: 'meatEggsMilk',
  drugClass: 'none',
  photo: null,
  price: 2350,
  limit: 1,
  contains: [],
  retired: false,
  version: 3,
  reference: 2000,
};
const supplier = {
  supplierId: 's-1',
  gridId: 'v1',
  name: '惠民超市',
  kind: 'supermarket',
  place: '青石镇 柳溪村',
  sells: ['vegetables', 'meatEggsMilk'],
  phoneMask: '154****0001',
  people: [{ postId: 'p-1', name: '唐波', phoneMask: '154****0008', status: 'invited' }],
  retired: false,
  mine: true,
  version: 4,
};

describe('供货方', () => {
  test('says of each what it is, and who has nobody yet', async () => {
    phone.answers({ rows: [{ ...supplier, people: 0 }] });
    const page = render('packages/catalogue/suppliers');
    await act(page, 'load');
    expect(words(page)).toContain('惠民超市');
    expect(words(page)).toContain('超市 · 青石镇 柳溪村');
    expect(words(page)).toContain('还没加配送人');
  });

  test('somebody is taken off after a question, on what was seen', async () => {
    phone.answers(supplier);
    const page = render('packages/catalogue/supplier');
    await act(page, 'onLoad', { supplierId: 's-1' });
    await act(page, 'load');
    expect(words(page)).toContain('还没登录');
    await act(page, 'takePerson', said({}, { index: 0 }));
    expect(phone.modals[0]?.title).toBe('去掉唐波？');
    expect(phone.calls.find(({ action }) => action === 'takePerson')?.input).toMatchObject({
      supplierId: 's-1',
      version: 4,
      postId: 'p-1',
    });
  });

  test('of one that the town manages nothing can be changed', async () => {
    phone.answers({ ...supplier, mine: false, people: [] });
    const page = render('packages/catalogue/supplier');
    await act(page, 'onLoad', { supplierId: 's-1' });
    await act(page, 'load');
    expect(words(page)).not.toContain('修改');
    expect(words(page)).not.toContain('加配送人');
    expect(words(page)).toContain('看货架和价钱');
  });

  test('a pharmacy sells medicines and no vegetables; what is wrong stands beside its question', async () => {
    phone.answers({ rows: [{ gridId: 'v1', name: '柳溪村' }] });
    const page = render('packages/catalogue/supplier-form');
    await act(page, 'onLoad', {});
    await act(page, 'chooseKind', said({ chosen: ['pharmacy'] }));
    expect(page.instance.data).toMatchObject({ form: { sells: ['medicine'] } });
    expect(words(page)).not.toContain('米面油');
    await act(page, 'save');
    expect(words(page)).toContain('请填写供货方名称');
    expect(phone.calls.map(({ action }) => action)).toEqual(['places']);
  });
});

describe('货架', () => {
  test('puts items on one shelf a category, dearer ones marked', async () => {
    phone.answers({ rows: [eggs], rule });
    const page = render('packages/catalogue/items');
    await act(page, 'onLoad', { supplierId: 's-1', name: '惠民超市', mine: '1' });
    await act(page, 'load');
    expect(words(page)).toContain('肉蛋奶');
    expect(words(page)).toContain('23.5 元一板');
    expect(words(page)).toContain('涨了 18%');
    await tap(page, '.item');
    expect(phone.went).toEqual(['navigateTo ../item/index?itemId=i-eggs']);
  });

  test('what it cost before is told, with why', async () => {
    phone.answers({
      ...eggs,
      supplierName: '惠民超市',
      mine: true,
      rule,
      prices: [
        { price: 2350, at: AT, byName: '唐波', reason: '饲料涨价' },
        { price: 2000, at: AT, byName: '陈志远', reason: '' },
      ],
    });
    const page = render('packages/catalogue/item');
    await act(page, 'onLoad', { itemId: 'i-eggs' });
    await act(page, 'load');
    expect(words(page)).toContain('涨了 3.5 元');
    expect(words(page)).toContain('原因：饲料涨价');
  });

  test('a bundle fills the form in, and what was written comes back', async () => {
    phone.answers(supplier);
    const page = render('packages/catalogue/item-form');
    await act(page, 'onLoad', { supplierId: 's-1' });
    await act(page, 'chooseBundle', said({ chosen: ['vegetables'] }));
    await act(page, 'onField', said({ value: '25' }, { path: 'price' }));
    await act(page, 'keepDraftNow');

    const again = render('packages/catalogue/item-form');
    await act(again, 'onLoad', { supplierId: 's-1' });
    await act(again, 'save');
    const sent = phone.calls.find(({ action }) => action === 'addItem');
    expect(sent?.input).toMatchObject({
      name: '蔬菜包',
      category: 'vegetables',
      price: 2500,
      supplierId: 's-1',
      photo: null,
    });
    expect((sent?.input as { contains: unknown[] }).contains).toHaveLength(5);
  });
});

describe('改价钱', () => {
  const open = async () => {
    phone.answers({ ...eggs, supplierName: '惠民超市', rule, prices: [] });
    const page = render('packages/catalogue/price');
    await act(page, 'onLoad', { itemId: 'i-eggs' });
    return page;
  };

  test('within the rule asks for no reason', async () => {
    const page = await open();
    await act(page, 'write', said({ value: '24' }));
    expect(words(page)).not.toContain('为什么涨价');
    await act(page, 'save');
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'changeMyPrice',
      input: { itemId: 'i-eggs', version: 3, price: 2400, priceReason: '' },
    });
  });

  test('over it asks why before anything is sent', async () => {
    const page = await open();
    await act(page, 'write', said({ value: '24.1' }));
    expect(words(page)).toContain('比最近 7 天里最低的 20 元贵了 21%');
    await act(page, 'save');
    expect(page.instance.data).toMatchObject({
      errors: { priceReason: expect.stringContaining('为什么涨价') as string },
    });
    expect(phone.calls.map(({ action }) => action)).toEqual(['myItem']);
    await act(page, 'writeReason', said({ value: '饲料涨价' }));
    await act(page, 'save');
    expect(phone.calls.at(-1)?.input).toMatchObject({ price: 2410, priceReason: '饲料涨价' });
  });
});
