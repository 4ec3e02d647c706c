import type { SaleRow, TaskRow } from '../../../../cloudfunctions/contracts';
import { completeResidentId } from '../../../../miniprogram/shared/resident-id';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});

const AT = '2026-11-21T09:00:00+08:00';
const sale: SaleRow = {
  saleId: 'c-1',
  source: 'counter',
  supplierName: '平安药店',
  name: '王桂英',
  papersMask: '511***********2428',
  phoneMask: '139****6021',
  place: '',
  itemName: '布洛芬缓释胶囊',
  spec: '24 粒',
  drugClass: 'fever',
  quantity: 1,
  temperature: 37.8,
  symptoms: '头痛',
  soldAt: AT,
  byName: '唐波',
};
const task: TaskRow = {
  taskId: 'round:house:person',
  name: '王桂英',
  place: '青石镇 柳溪村 三组',
  because: '退烧药：布洛芬缓释胶囊 1 盒',
  status: 'open',
  temperature: null,
  answer: '',
  doneBy: null,
  createdAt: AT,
  version: 1,
};

describe('登记一笔', () => {
  const drug = { itemId: 'd-1', name: '布洛芬缓释胶囊', spec: '24 粒', drugClass: 'fever' };
  const open = async () => {
    phone.answers({
      name: '平安药店',
      rows: [drug, { ...drug, itemId: 'd-2', drugClass: 'none' }],
      rule: {},
    });
    const page = render('packages/medicines/sell');
    await act(page, 'onLoad', { supplierId: 's-1' });
    return page;
  };
  const write = async (page: ReturnType<typeof render>, name: string, value: string) =>
    act(page, 'onField', said({ value }, { name }));

  test('says what is missing beside each question, and sends nothing', async () => {
    const page = await open();
    await act(page, 'save');
    for (const text of ['请填写药名', '请填写姓名', '证件号不对', '请填写手机号'])
      expect(words(page)).toContain(text);
    expect(phone.calls.map(({ action }) => action)).toEqual(['myItems']);
  });

  test('a drug from the shelf brings its spec and class; no temperature is an answer too', async () => {
    const page = await open();
    await act(page, 'chooseDrug', said({ chosen: ['d-1'] }));
    await write(page, 'name', '王桂英');
    await write(page, 'number', completeResidentId('65900119850601001'));
    await write(page, 'phone', '13912346021');
    phone.answers(sale);
    await act(page, 'save');
    expect(phone.calls.at(-1)).toMatchObject({
      action: 'sell',
      input: {
        itemName: '布洛芬缓释胶囊',
        drugClass: 'fever',
        quantity: 1,
        temperature: null,
        supplierId: 's-1',
      },
    });
    expect(phone.went).toEqual(['navigateBack']);
  });
});

describe('量体温', () => {
  const open = async () => {
    phone.answers({ ...task, feverFrom: 37.3 });
    const page = render('packages/medicines/task');
    await act(page, 'onLoad', { taskId: encodeURIComponent(task.taskId) });
    return page;
  };

  test('needs all three figures', async () => {
    const page = await open();
    await act(page, 'press', said({ digits: '36' }));
    await act(page, 'finish');
    expect(words(page)).toContain('请按完三个数字');
    expect(phone.calls.map(({ action }) => action)).toEqual(['task']);
  });

  test('a high one says what happens next', async () => {
    const page = await open();
    await act(page, 'press', said({ digits: '384' }));
    phone.answers({ ...task, status: 'done', temperature: 38.4, version: 2, alerted: true });
    await act(page, 'finish');
    expect(phone.calls.at(-1)?.input).toMatchObject({ taskId: task.taskId, version: 1, temperature: 38.4 });
    expect(phone.modals[0]?.title).toBe('体温偏高');
    expect(phone.went).toEqual(['navigateBack']);
  });

  test('not to be taken: the reason goes along', async () => {
    const page = await open();
    phone.answers({ ...task, status: 'dropped' });
    await act(page, 'onReason', said({ reason: '人不在村里' }));
    expect(phone.calls.at(-1)).toMatchObject({ action: 'dropTask', input: { answer: '人不在村里' } });
  });
});

describe('四类药品登记', () => {
  test('shows masks; both numbers are opened for a reason', async () => {
    phone.answers({ rows: [sale], next: null });
    const page = render('packages/medicines/register');
    await act(page, 'onLoad');
    expect(words(page)).toContain('511***********2428');
    expect(words(page)).toContain('自己说 37.8℃，头痛');
    await act(page, 'askNumber', said({}, { id: 'c-1' }));
    phone.answers({ value: '511325195503082428' });
    phone.answers({ value: '13912346021' });
    await act(page, 'onReason', said({ reason: '找人量体温' }));
    expect(phone.calls.slice(1).map(({ input }) => input)).toEqual([
      { saleId: 'c-1', field: 'papers', reason: '找人量体温' },
      { saleId: 'c-1', field: 'phone', reason: '找人量体温' },
    ]);
    expect(phone.modals[0]).toMatchObject({
      title: '王桂英',
      content: expect.stringContaining('13912346021') as string,
    });
  });
});
