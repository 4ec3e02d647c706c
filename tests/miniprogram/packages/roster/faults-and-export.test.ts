import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, words } from '../../support/render';
import { type Files, holdFiles } from './spreadsheets';

let phone: Phone;
let files: Files;
beforeEach(() => {
  phone = holdPhone();
  files = holdFiles();
});

describe('要看的行', () => {
  const fault = (row: number, more = {}) => ({
    row,
    column: '证件号码',
    outcome: 'wrong',
    message: '身份证号不对',
    ...more,
  });

  it('names row and column, and loads the next page below', async () => {
    phone.answers({ faults: [fault(3)], next: 7 });
    const page = render('packages/roster/faults');
    await act(page, 'onLoad', { jobId: 'j1' });
    phone.answers({ faults: [fault(250, { outcome: 'duplicate', column: null })], next: null });
    await act(page, 'onReachBottom');
    expect(phone.calls.map(({ input }) => input)).toEqual([{ jobId: 'j1' }, { jobId: 'j1', after: 7 }]);
    expect(words(page)).toContain('第 3 行 · 证件号码');
    expect(words(page)).toContain('第 250 行');
    await act(page, 'onReachBottom');
    expect(phone.calls).toHaveLength(2);
  });

  it('says so when nothing is wrong', async () => {
    phone.answers({ faults: [], next: null });
    const page = render('packages/roster/faults');
    await act(page, 'onLoad', { jobId: 'j1' });
    expect(words(page)).toContain('没有要看的行');
  });
});

describe('导出花名册', () => {
  const open = async () => {
    const page = render('packages/roster/export');
    await act(page, 'onLoad', { gridId: 'v1', place: encodeURIComponent('柳溪村') });
    return page;
  };
  const made = { url: 'https://x/1', fileName: '柳溪村.xlsx', people: 316, households: 101, expiresAt: '' };

  it('does not send without a reason', async () => {
    const page = await open();
    await act(page, 'send');
    expect(page.data.error).toBe('请选一个原因');
    await act(page, 'choose', said({ chosen: ['别的原因'] }));
    await act(page, 'send');
    expect(page.data.error).not.toBe('');
    expect(phone.calls).toEqual([]);
  });

  it('opens what was exported, from a temporary file, for the reason in its own words', async () => {
    const page = await open();
    await act(page, 'choose', said({ chosen: ['别的原因'] }));
    await act(page, 'write', said({ value: '  核对  低保户 ' }));
    phone.answers(made);
    await act(page, 'send');
    expect(phone.calls[0]?.input).toEqual({ gridId: 'v1', reason: '核对 低保户' });
    expect(files.opened).toEqual(['http://tmp/2']);
    expect(words(page)).toContain('101 户、316 人');
  });

  it('says so when the file does not come', async () => {
    const page = await open();
    await act(page, 'choose', said({ chosen: ['上门核对'] }));
    files.downloads = 403;
    phone.answers(made);
    await act(page, 'send');
    expect(page.data.problem).toContain('没有下载下来');
    expect(files.opened).toEqual([]);
  });
});
