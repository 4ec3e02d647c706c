import { listen, render, settle, tap, words } from '../support/render';
import { noticeView } from '../support/notices';

const show = async (more: Parameters<typeof noticeView>[0] = {}) => {
  const rendered = render('components/notice-text', { notice: noticeView(more) });
  await settle();
  return rendered;
};

it('says what kind it is, who says it and when, then the facts, then the text', async () => {
  const text = words(await show());
  const order = ['紧急', '明天全员核酸检测', '青禾镇疫情防控办公室', '青防办〔2026〕14 号', '3月12日 16:00', '时间', '明天 7:00–11:00', '村医上门采样']; // prettier-ignore
  const places = order.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

it('says the day of the document where that is another than the day of publishing', async () => {
  expect(words(await show())).not.toContain('发文');
  const source = { organisation: '镇政府', documentNumber: '', date: '2026-03-10', scan: null };
  expect(words(await show({ source }))).toContain('2026年3月10日发文');
});

it('shows text as text, whatever is written in it', async () => {
  const text = '<img src=x onerror=alert(1)><b>粗</b>';
  const rendered = await show({ title: text, body: [{ type: 'list', numbered: true, items: [text] }] });
  expect(words(rendered).split(text)).toHaveLength(3);
  expect(rendered.dom.innerHTML).not.toContain('<img src');
});

it('draws every kind of block', async () => {
  const text = words(
    await show({
      body: [
        { type: 'heading', text: '什么时候来' },
        { type: 'list', numbered: true, items: ['先量体温', '再登记'] },
        { type: 'table', header: ['村组', '时间'], rows: [['三组', '8:00']] },
        { type: 'picture', fileId: 'cloud://e.b/notice-files/a/b.png', caption: '广场怎么走' },
      ],
      attachments: [{ name: '接种须知.pdf', fileId: 'cloud://e.b/notice-files/a/c.pdf', bytes: 218_000 }],
      validUntil: '2099-12-31',
    }),
  );
  for (const part of [
    '什么时候来',
    '1.先量体温',
    '2.再登记',
    '村组',
    '三组',
    '广场怎么走',
    '接种须知.pdf',
    '218 KB',
    '有效到 2099年12月31日',
  ])
    // prettier-ignore
    expect(text).toContain(part);
});

describe('says above everything else that', () => {
  it.each([
    ['it was withdrawn, and why', { status: 'withdrawn' as const, withdrawn: { name: '李国强', at: '2026-03-12T16:40:00+08:00', reason: '时间写错了' } }, '这条通知撤回了，下面的不算了。原因：时间写错了（李国强，3月12日 16:40）'], // prettier-ignore
    ['it was corrected', { status: 'corrected' as const, replacedBy: 'n2' }, '这条通知更正过了'],
    ['it corrects another', { replaces: 'n0' }, '以这条为准'],
    ['it is over', { validUntil: '2026-01-01' }, '这条通知只到 2026年1月1日，已经过期了'],
  ])('%s', async (_, more, said) => expect(words(await show(more))).toContain(said));
});

it('leads to the newer one, to the file and to the picture', async () => {
  const fileId = 'cloud://e.b/notice-files/a/c.pdf';
  const rendered = await show({
    status: 'corrected',
    replacedBy: 'n2',
    attachments: [{ name: '须知.pdf', fileId, bytes: 900 }],
    body: [{ type: 'picture', fileId: 'cloud://e.b/notice-files/a/b.png', caption: '' }],
  });
  const [open, file, picture] = ['open', 'file', 'picture'].map((event) => listen(rendered, event));
  await tap(rendered, '.link');
  await tap(rendered, '.notice-attachment');
  await tap(rendered, '.notice-picture-image');
  expect(open).toHaveBeenCalledWith({ noticeId: 'n2' });
  expect(file).toHaveBeenCalledWith({ fileId, name: '须知.pdf' });
  expect(picture).toHaveBeenCalledWith({ fileId: 'cloud://e.b/notice-files/a/b.png' });
});
