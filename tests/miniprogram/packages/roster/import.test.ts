import type { RosterJob } from '../../../../cloudfunctions/contracts/index';
import { jobView } from '../../../../miniprogram/packages/roster/import/view';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';
import { type Files, holdFiles } from './spreadsheets';

const counts = { new: 0, changed: 0, same: 0, duplicate: 0, unlisted: 0, wrong: 0 };
const job = (more: Partial<RosterJob> = {}): RosterJob => ({
  jobId: 'j1',
  fileName: '花名册.xlsx',
  status: 'checking',
  rows: 10,
  households: 4,
  done: 0,
  counts,
  startedAt: '2026-11-21T17:08:00+08:00',
  startedBy: '李国强',
  ...more,
});
const overview = (latest: RosterJob | null) => ({
  village: { id: 'v1', name: '柳溪村', level: 'village', pathNames: ['青石镇', '柳溪村'], hasChildren: true },
  known: 120,
  rostered: 8,
  registered: 101,
  job: latest,
});

describe("an import's figures", () => {
  it('are what became of the rows, without those that nothing became of', () => {
    const view = jobView(
      job({ status: 'checked', done: 10, counts: { ...counts, new: 5, changed: 1, wrong: 4 } }),
      NOW,
    );
    expect(view).toMatchObject({ toWrite: 6, problems: 4, when: '昨天 17:08，李国强' });
    expect(view.lines.map(({ text, count }) => [text, count])).toEqual([
      ['新上名册', 5],
      ['有变化', 1],
      ['填得不对', 4],
    ]);
  });
  it('count duplicates and people whom a household did not name among the rows to look at', () =>
    expect(jobView(job({ counts: { ...counts, duplicate: 2, unlisted: 3 } }), NOW)).toMatchObject({
      toWrite: 0,
      problems: 5,
    }));
});

describe('花名册', () => {
  let phone: Phone;
  let files: Files;
  beforeEach(() => {
    phone = holdPhone();
    files = holdFiles();
  });
  const open = async (latest: RosterJob | null = null) => {
    phone.answers(overview(latest));
    const page = render('packages/roster/import');
    await act(page, 'onLoad', { gridId: 'v1' });
    await act(page, 'load');
    return page;
  };
  const actions = () => phone.calls.map(({ action }) => action);

  it('takes a spreadsheet, and calls on until it is checked', async () => {
    const page = await open();
    phone.answers(job());
    phone.answers(job({ done: 5 }));
    phone.answers(job({ status: 'checked', done: 10, counts: { ...counts, new: 9, wrong: 1 } }));
    await act(page, 'choose');
    expect(actions()).toEqual(['overview', 'stage', 'check', 'check']);
    const { requestId, fileId } = phone.calls[1]!.input as { requestId: string; fileId: string };
    expect(files.uploaded).toEqual([`roster-uploads/${requestId}.xlsx`]);
    expect(fileId).toContain(requestId);
    expect(words(page)).toContain('导入这 9 人');
    expect(words(page)).toContain('看是哪几行');
  });

  it('does nothing when nothing was picked', async () => {
    const page = await open();
    files.pick = null;
    await act(page, 'choose');
    expect(actions()).toEqual(['overview']);
    expect(page.data.busy).toBe('');
  });

  it.each<[string, () => void, string]>([
    ['another kind of file', () => (files.pick = { name: '名单.doc', size: 1 }), '请选 xlsx 表格'],
    ['a file that is too large', () => (files.pick = { name: '名单.xlsx', size: 6e6 }), '太大了'],
    ['an upload that fails', () => (files.uploads = false), '没有传上去'],
  ])('says what is wrong with %s', async (_, prepare, message) => {
    const page = await open();
    prepare();
    await act(page, 'choose');
    expect(page.data.problem).toContain(message);
    expect(actions()).toEqual(['overview']);
  });

  it('says what the cloud says of a file that is no roster, and leaves no copy there', async () => {
    const page = await open();
    phone.refuses({
      code: 'INVALID_INPUT',
      message: '表格里一行也没有',
      fields: { fileId: '表格里一行也没有' },
    });
    await act(page, 'choose');
    expect(words(page)).toContain('表格里一行也没有');
    expect(files.deleted).toHaveLength(1);
    expect(files.deleted[0]).toContain(files.uploaded[0]);
  });

  it('shows that it works before the first answer, and what stands when that does not come', async () => {
    const checked = job({ status: 'checked', done: 10, counts: { ...counts, new: 10 } });
    const page = await open(checked);
    phone.refuses({ code: 'INTERNAL', message: '没有办成，请过一会儿再试一次' });
    phone.answers(overview(checked));
    const shown: string[] = [];
    const { callFunction } = wx.cloud;
    wx.cloud.callFunction = (asked: Parameters<typeof callFunction>[0]) => {
      shown.push(words(page));
      return callFunction(asked);
    };
    await act(page, 'apply');
    expect(shown[0]).toContain('正在导入 0 / 10 行');
    expect(words(page)).toContain('导入这 10 人');
    expect(words(page)).toContain('没有办成');
  });

  it('asks before it applies, and goes on to the end', async () => {
    const page = await open(job({ status: 'checked', done: 10, counts: { ...counts, new: 10 } }));
    phone.confirms(false);
    await act(page, 'apply');
    expect(actions()).toEqual(['overview']);
    phone.confirms(true);
    phone.answers(job({ status: 'applying', done: 5 }));
    phone.answers(job({ status: 'applied', done: 10 }));
    phone.answers(overview(job({ status: 'applied', done: 10, counts: { ...counts, new: 10 } })));
    await act(page, 'apply');
    expect(actions()).toEqual(['overview', 'apply', 'apply', 'overview']);
    expect(words(page)).toContain('导入完了');
  });

  it('goes on with an import that stands still', async () => {
    const page = await open(job({ status: 'applying', done: 4 }));
    expect(words(page)).toContain('导入停在 4 / 10 行');
    phone.answers(job({ status: 'applied', done: 10 }));
    phone.answers(overview(job({ status: 'applied', done: 10 })));
    await act(page, 'goOn');
    expect(actions()).toEqual(['overview', 'apply', 'overview']);
  });

  it('stops with words when the network is gone on the way, and can be gone on with', async () => {
    const page = await open(job({ status: 'applying', done: 4 }));
    phone.refuses({ code: 'CONFLICT', message: '本村的组变了。请重新选择表格，再检查一遍' });
    phone.answers(overview(job({ status: 'applying', done: 4 })));
    await act(page, 'goOn');
    expect(words(page)).toContain('本村的组变了');
    expect(words(page)).toContain('接着导入');
  });

  it('drops a checked import', async () => {
    const page = await open(job({ status: 'checked', done: 10, counts: { ...counts, new: 10 } }));
    phone.answers({});
    phone.answers(overview(null));
    await act(page, 'discard');
    expect(actions()).toEqual(['overview', 'discard', 'overview']);
    expect(words(page)).toContain('选表格');
  });

  it('opens the template', async () => {
    const page = await open();
    phone.answers({ fileName: '柳溪村花名册模板.xlsx', base64: 'UEs=' });
    await act(page, 'template');
    expect(files.opened).toEqual(['http://usr/柳溪村花名册模板.xlsx']);
  });

  it('offers a retry when nothing comes', async () => {
    phone.refuses({ code: 'INTERNAL', message: '服务出了点问题' });
    const page = render('packages/roster/import');
    await act(page, 'load');
    expect(page.data.status).toBe('failed');
    phone.answers(overview(null));
    await act(page, 'retry');
    expect(page.data.status).toBe('ready');
  });
});
