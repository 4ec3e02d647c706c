import { EVENING, record } from '../../support/observed';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';

// The first page of a file is compiled while its first test runs.
jest.setTimeout(30_000);

const query = { observationId: encodeURIComponent('d-陈芳:1') };
let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
  jest.spyOn(Date, 'now').mockReturnValue(EVENING);
});
afterEach(() => jest.restoreAllMocks());
const last = () => phone.calls[phone.calls.length - 1];

describe('核酸结果', () => {
  const open = async () => {
    const page = render('packages/observation/test');
    await act(page, 'onLoad', { ...query, day: '7' });
    return page;
  };

  it('asks for the result, then keeps it and goes back', async () => {
    const page = await open();
    await act(page, 'save');
    expect(words(page)).toContain('请选择检测结果');
    await act(page, 'onResult', said({ chosen: ['negative'] }));
    await act(page, 'onPlace', said({ value: ' 镇卫生院 ' }));
    phone.answers(record());
    await act(page, 'save');
    expect(last()).toMatchObject({
      action: 'recordTest',
      input: {
        observationId: 'd-陈芳:1',
        day: 7,
        date: '2026-03-12',
        place: '镇卫生院',
        result: 'negative',
      },
    });
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('sends once when pressed twice, and says what the cloud answers', async () => {
    const page = await open();
    await act(page, 'onResult', said({ chosen: ['negative'] }));
    phone.refuses({ code: 'CONFLICT', message: '还没到第 7 天' });
    await Promise.all([act(page, 'save'), act(page, 'save')]);
    expect(phone.calls).toHaveLength(1);
    expect(words(page)).toContain('还没到第 7 天');
    expect(phone.went).toEqual([]);
  });
});

describe('延长观察', () => {
  it.each(['', '0', '29', '1.5'])('takes no %p days', async (days) => {
    const page = render('packages/observation/extend');
    await act(page, 'onLoad', query);
    await act(page, 'onDays', said({ value: days }));
    await act(page, 'onReason', said({ value: '同住的人阳性' }));
    await act(page, 'save');
    expect(page.data.errors).toEqual({ days: '请填 1 到 28 之间的天数' });
    expect(phone.calls).toEqual([]);
  });

  it('takes days with a reason', async () => {
    const page = render('packages/observation/extend');
    await act(page, 'onLoad', query);
    await act(page, 'onDays', said({ value: '7' }));
    await act(page, 'save');
    expect(page.data.errors).toEqual({ reason: '请填写原因' });
    await act(page, 'onReason', said({ value: '同住的人阳性' }));
    phone.answers(record());
    await act(page, 'save');
    expect(last()).toMatchObject({ action: 'extend', input: { days: 7, reason: '同住的人阳性' } });
  });
});

describe('换住处', () => {
  const towns = { grids: [{ id: 'g4', name: '四组', level: 'team', pathNames: [], hasChildren: false }] };

  it('needs a place, an address and a reason', async () => {
    phone.answers(towns);
    const page = render('packages/observation/move');
    await act(page, 'onLoad', query);
    await act(page, 'save');
    expect(page.data.errors).toMatchObject({ gridId: '请选到村组' });
    await act(page, 'onPick', said({ id: 'g4' }));
    await act(page, 'onAddress', said({ value: '槐树巷 12 号' }));
    await act(page, 'onReason', said({ value: '搬到老屋' }));
    phone.answers({ place: '青石镇 柳溪村 四组' });
    await act(page, 'save');
    expect(last()).toMatchObject({
      action: 'move',
      input: { gridId: 'g4', address: '槐树巷 12 号', reason: '搬到老屋' },
    });
  });
});

describe('五包一责任人', () => {
  it('starts from who is named, and sends those with a name', async () => {
    phone.answers(record());
    const page = render('packages/observation/responsible');
    await act(page, 'onLoad', query);
    const rows = page.data.rows as { role: string; name: string }[];
    expect(rows.filter(({ name }) => name !== '')).toMatchObject([{ role: 'gridMember', name: '张丽' }]);
    const doctor = rows.findIndex(({ role }) => role === 'villageDoctor');
    await act(page, 'onName', said({ value: '孙秀梅' }, { at: doctor }));
    phone.answers(record());
    await act(page, 'save');
    expect(last()?.input).toMatchObject({
      responsible: [
        { role: 'gridMember', name: '张丽' },
        { role: 'villageDoctor', name: '孙秀梅' },
      ],
    });
  });

  it('needs at least one, and names that are names', async () => {
    phone.answers(record({ responsible: [] }));
    const page = render('packages/observation/responsible');
    await act(page, 'onLoad', query);
    await act(page, 'save');
    expect(words(page)).toContain('至少要有一个人');
    await act(page, 'onName', said({ value: '12345' }, { at: 0 }));
    await act(page, 'save');
    expect(page.data.errors).toEqual({ names: '姓名里只能有文字和间隔点' });
    expect(phone.calls).toHaveLength(1);
  });
});
