import type { InputOf, Contracts, NoticeView } from '../../../cloudfunctions/contracts';
import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { newRequestId } from '../../support/forms';
import { FOREIGN_FILES, INJECTIONS, UNSEEN } from '../../support/injections';
import { noticeContent, putNotice, putSheet } from '../../support/notices';
import { upload } from '../../support/rosters';
import { useTownship } from '../../support/township';

type Content = InputOf<Contracts['publishing']['send']>['content'];

const township = useTownship();
const leader = () => township.holderOf('gridLeader', township.here.gridPath);
let picture: string;
beforeAll(async () => {
  picture = await upload(township, leader(), 'notice-files/a/b.png', Buffer.from('a picture'));
});

/** A notice with the same words in every place that takes words. */
const everywhere = (text: string): Partial<Content> => ({
  title: text,
  facts: (['when', 'where', 'who', 'bring'] as const).map((label) => ({ label, text })),
  body: [
    { type: 'heading', text },
    { type: 'paragraph', runs: [{ text }, { text, bold: true }] },
    { type: 'list', numbered: true, items: [text, text] },
    { type: 'table', header: [text, ''], rows: [[text, text]] },
    { type: 'picture', fileId: picture, caption: text },
  ],
  attachments: [{ name: text, fileId: picture, bytes: 9 }],
  source: { organisation: text, documentNumber: text, date: '2026-11-20', scan: null },
});

/** Every text of a notice, wherever it stands. */
const textsOf = ({ title, facts, body, attachments, source }: NoticeView): string[] => [
  title,
  ...facts.map((fact) => fact.text),
  ...body.flatMap((block) => {
    if (block.type === 'heading') return [block.text];
    if (block.type === 'paragraph') return block.runs.map((run) => run.text);
    if (block.type === 'list') return block.items;
    if (block.type === 'table') return [...block.header, ...block.rows.flat()].filter((cell) => cell !== '');
    return [block.caption];
  }),
  ...attachments.map(({ name }) => name),
  source.organisation,
  source.documentNumber,
];
const PLACES = 17;

test.each(INJECTIONS)('%s stays the words that it is, in every place', async (text) => {
  const { noticeId, shareKey } = await township.as(leader()).get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([township.here.gridId], everywhere(text)),
    publishAt: null,
  });
  const card = { noticeId, shareKey: shareKey ?? '' };
  const opened = await township.as('o-anybody').get('notices', 'shared', card);
  expect(textsOf(opened)).toEqual(Array.from({ length: PLACES }, () => text));
  expect(opened.body.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'table', 'picture']);
});

test.each(UNSEEN)('%s is refused in every place', async (_, text) => {
  const reply = await township.as(leader()).call('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([township.here.gridId], everywhere(text)),
    publishAt: null,
  });
  const fields = Object.keys((reply as { error: { fields?: object } }).error.fields ?? {});
  expect(fields).toHaveLength(PLACES);
});

describe.each(FOREIGN_FILES)('the file %s', (fileId) => {
  test.each<[string, Partial<Content>]>([
    ['a picture', { body: [{ type: 'picture', fileId, caption: '' }] }],
    ['an attachment', { attachments: [{ name: '附件', fileId, bytes: 9 }] }],
    ['a scan', { source: { organisation: '村委会', documentNumber: '', date: '2026-11-20', scan: fileId } }],
  ])('is not taken as %s', async (_, changes) => {
    const form = {
      requestId: newRequestId(),
      content: noticeContent([township.here.gridId], changes),
      publishAt: null,
    };
    expect(await township.as(leader()).call('publishing', 'send', form)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    expect(
      await township.as(leader()).call('publishing', 'saveDraft', { ...form, version: 0 }),
    ).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

test("a file of another environment's storage is not taken, and one that never arrived neither", async () => {
  const elsewhere = picture.replace(/^cloud:\/\/[^/]+/, 'cloud://somebody-else.6375-somebody-else-130');
  for (const fileId of [elsewhere, picture.replace('b.png', 'c.png')]) {
    const reply = await township.as(leader()).call('publishing', 'send', {
      requestId: newRequestId(),
      content: noticeContent([township.here.gridId], { body: [{ type: 'picture', fileId, caption: '' }] }),
      publishAt: null,
    });
    expect(reply).toMatchObject({
      error: { fields: { 'content.body.0.fileId': '这个文件没有传上来，请重新选' } },
    });
  }
});

test('what was written into the database past all this comes out as text, or not at all', async () => {
  const dirty = {
    title: '领\u202E钱了',
    facts: [
      { label: 'when', text: '明天' },
      { label: 'onclick', text: '点我' },
      { label: 'who', text: { html: '<b>谁</b>' } },
    ],
    body: [
      { type: 'html', html: '<script>alert(1)</script>' },
      { type: 'rich-text', nodes: [{ name: 'img', attrs: { onerror: 'alert(1)' } }] },
      { type: 'heading', text: '<b>小标题</b>', style: 'color: red', onclick: 'x' },
      { type: 'paragraph', runs: [{ text: '<i>一段</i>', bold: false, href: 'javascript:alert(1)' }] },
      { type: 'paragraph', runs: '<script>' },
      { type: 'list', numbered: false, items: [{ text: 'x' }] },
      ...FOREIGN_FILES.map((fileId) => ({ type: 'picture', fileId, caption: '' })),
      'text alone',
      null,
    ],
    attachments: [
      { name: '附件.pdf', fileId: 'https://x.cn/a.pdf', bytes: 9 },
      { name: '附件.pdf', fileId: picture.replace('.png', '.pdf'), bytes: 9, url: 'https://x.cn' },
    ],
    source: { organisation: '村\u200B委会', documentNumber: '', date: '2026-11-20', scan: 'javascript:1' },
  } as unknown as Partial<NoticeDocument>;
  const notice = putNotice(township, dirty);
  const { householdId, resident } = township.here;
  putSheet(township, notice, { householdId, headName: '李建国' });
  const opened = await township.as(resident).get('notices', 'open', { noticeId: notice._id });
  expect(opened).toMatchObject({
    title: '领钱了',
    facts: [{ label: 'when', text: '明天' }],
    source: { organisation: '村委会', scan: null },
  });
  expect(opened.body).toEqual([
    { type: 'heading', text: '<b>小标题</b>' },
    { type: 'paragraph', runs: [{ text: '<i>一段</i>', bold: false }] },
  ]);
  expect(opened.attachments).toEqual([
    { name: '附件.pdf', fileId: picture.replace('.png', '.pdf'), bytes: 9 },
  ]);
});
