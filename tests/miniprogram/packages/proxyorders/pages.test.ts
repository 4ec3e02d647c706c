import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { shop } from '../shop/shops';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const at = (id: string) => ({ currentTarget: { dataset: { id } } });
const moment = new Date(NOW).toISOString();
const household = {
  householdId: 'h9',
  headName: '田桂花',
  place: '青石镇 柳溪村 三组',
  address: '111 号',
  phoneMask: '154****0001',
  peopleCount: 1,
  care: ['livingAloneElderly'],
  order: null,
};
const placed = { orderId: 'r1:h8', status: 'placed', version: 1, ordered: 5400, changedAt: moment };

describe('代订', () => {
  it('leads from the round to its households', async () => {
    phone.answers({ rounds: [shop().round] });
    const page = render('packages/proxyorders/rounds');
    await act(page, 'load');
    expect(words(page)).toMatch(/蔬菜肉蛋团购.*柳溪村，惠民超市供货，第 8 批.*截止，还剩/);
    await act(page, 'open', at('r1'));
    expect(phone.went).toEqual(['navigateTo ../households/index?roundId=r1']);
  });

  it('shows who has ordered and who has not, and orders for them', async () => {
    const other = { ...household, householdId: 'h8', headName: '罗志强', phoneMask: null };
    phone.answers({
      rows: [household, { ...other, order: { ...placed, how: 'proxy', byName: '张丽' } }],
      next: null,
    });
    const page = render('packages/proxyorders/households');
    await act(page, 'onLoad', { roundId: 'r1' });
    expect(words(page)).toMatch(/田桂花家.*还没订.*111 号，1 口人.*独居老人.*打电话.*给他家订/);
    expect(words(page)).toMatch(/罗志强家.*张丽代订了，54 元.*改一改/);
    expect(words(page).match(/打电话/g)).toHaveLength(1);
    await act(page, 'order', at('h9'));
    expect(phone.went).toEqual(['navigateTo /packages/shop/shop/index?roundId=r1&householdId=h9']);
  });

  it('dials without showing the number, and says why it was opened', async () => {
    phone.answers({ rows: [household], next: null });
    const page = render('packages/proxyorders/households');
    await act(page, 'onLoad', { roundId: 'r1' });
    phone.answers({ people: [{ personId: 'p9', phoneMask: '154****0001' }] });
    phone.answers({ value: '15400000001' });
    await act(page, 'dial', at('h9'));
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'openNumber',
      input: { householdId: 'h9', personId: 'p9', field: 'phone', reason: '打电话问要订什么物资' },
    });
    expect(phone.dialled).toEqual(['15400000001']);
    expect(words(page)).not.toContain('15400000001');
  });
});

describe('急需的东西', () => {
  const need = {
    orderId: 'r1:h9',
    householdId: 'h9',
    headName: '田桂花',
    place: '青石镇 柳溪村 三组',
    roundTitle: '蔬菜肉蛋团购',
    text: '胰岛素快用完了',
    at: moment,
    done: null,
    version: 2,
  };

  it('is answered as it was written, and the list is read anew', async () => {
    phone.answers({ rows: [need], next: null });
    const page = render('packages/proxyorders/needs');
    await act(page, 'load');
    expect(words(page)).toMatch(/胰岛素快用完了.*田桂花家，柳溪村三组.*写怎么办的/);
    await act(page, 'ask', at('r1:h9'));
    phone.answers({ ...need, done: { at: moment, byName: '张丽', answer: '买好送去了' } });
    phone.answers({ rows: [], next: null });
    await act(page, 'onAnswer', said({ reason: '买好送去了' }));
    expect(phone.calls.filter(({ action }) => action === 'answerNeed')).toMatchObject([
      { input: { orderId: 'r1:h9', at: moment, answer: '买好送去了' } },
    ]);
    expect(words(page)).not.toContain('胰岛素快用完了');
  });

  it('says so when somebody else was faster', async () => {
    phone.answers({ rows: [need], next: null });
    const page = render('packages/proxyorders/needs');
    await act(page, 'load');
    await act(page, 'ask', at('r1:h9'));
    phone.refuses({ code: 'CONFLICT', message: '这件事别人刚处理过，请刷新看看' });
    phone.answers({ rows: [], next: null });
    await act(page, 'onAnswer', said({ reason: '买好送去了' }));
    expect(phone.modals).toEqual([{ title: '没有记下', content: '这件事别人刚处理过，请刷新看看' }]);
  });
});
