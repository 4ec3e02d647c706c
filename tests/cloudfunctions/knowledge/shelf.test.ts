import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { NoticeContent } from '../../../cloudfunctions/contracts/notice';
import { SHELF_TEXTS } from '../../../cloudfunctions/knowledge/texts';
import { requireClean } from '../../../cloudfunctions/publishing/rules';
import { newRequestId } from '../../support/forms';
import { disagreements, noticeContent, publishIn, putNotice, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const villager = () => township.as(here().resident);
const leader = () => township.as(township.holderOf('gridLeader', here().gridPath));
const shelf = async (words?: string) =>
  (await villager().get('knowledge', 'shelf', words === undefined ? {} : { words })).rows;
const onShelf = () =>
  township.documents<NoticeDocument>('notices').filter(({ shelf: text }) => text !== undefined);

test('the shelf is placed once, however many look at it first', async () => {
  const looks = await Promise.all([1, 2, 3, 4].map(() => shelf()));
  await township.simulator.fireTimer('knowledge');
  expect(onShelf()).toHaveLength(SHELF_TEXTS.length);
  const titles = SHELF_TEXTS.map(({ title }) => title);
  expect(looks.at(-1)!.filter((row) => row.onShelf)).toHaveLength(titles.length);
  const rows = await shelf();
  expect(rows.filter((row) => row.onShelf).map(({ title }) => title)).toEqual(titles);
  expect(rows.every(({ opened }) => opened === null)).toBe(true);
});

test.each(SHELF_TEXTS.map((text) => [text.title, text] as const))(
  '“%s” is a notice as any other: complete, clean, with a picture and a source of the time before today',
  async (_, { key, source }) => {
    await shelf();
    const [notice] = onShelf().filter(({ shelf: text }) => text?.key === key);
    const content = NoticeContent.parse(notice);
    expect(() => requireClean(content)).not.toThrow();
    expect(source.documentNumber).not.toBe('');
    expect(source.date < '2026-01-01').toBe(true);
    const [picture] = content.body;
    expect(picture).toMatchObject({ type: 'picture' });
  },
);

test('a new edition takes the place of the older, and its receipts stay', async () => {
  await shelf();
  const [notice] = onShelf();
  await villager().get('notices', 'open', { noticeId: notice!._id });
  await township.tamper('notices', { _id: notice!._id }, { $set: { 'shelf.edition': 0, title: '旧的题目' } });
  await shelf();
  const [placed] = onShelf().filter(({ _id }) => _id === notice!._id);
  expect(placed).toMatchObject({ title: notice!.title, shelf: notice!.shelf, shareKey: notice!.shareKey });
  expect(sheetsOf(township, notice!._id)).toHaveLength(1);
});

test('it is opened and counted like any other notice, and is nobody’s task, message or unread', async () => {
  const [row] = (await shelf()).filter((one) => one.onShelf);
  await villager().get('notices', 'open', { noticeId: row!.noticeId });
  await villager().get('notices', 'open', { noticeId: row!.noticeId });
  await villager().get('notices', 'read', { noticeId: row!.noticeId, seconds: 30 });
  expect(disagreements(sheetsOf(township, row!.noticeId))).toEqual([]);
  const seen = (await leader().get('knowledge', 'shelf', {})).rows.find(
    ({ noticeId }) => noticeId === row!.noticeId,
  );
  expect(seen).toMatchObject({ opened: 1 });
  const elsewhere = township.as(township.holderOf('gridLeader', township.there.gridPath));
  expect(
    (await elsewhere.get('knowledge', 'shelf', {})).rows.find(({ noticeId }) => noticeId === row!.noticeId),
  ).toMatchObject({ opened: 0 });
  const inbox = await villager().get('notices', 'inbox', {});
  expect(inbox.rows.map(({ noticeId }) => noticeId)).not.toContain(row!.noticeId);
  const tasks = await leader().get('reach', 'tasks', {});
  expect(JSON.stringify(tasks)).not.toContain(row!.noticeId);
  const out = await leader().get('publishing', 'list', { tab: 'out' });
  expect(out.rows.map(({ noticeId }) => noticeId)).not.toContain(row!.noticeId);
  const [reach] = [await leader().get('reach', 'show', { noticeId: row!.noticeId })];
  expect(reach.total).toMatchObject({ opened: 1, read: 1, known: 1 });
});

test('knowledge that a leader published stands first; what only some may know, what is over and what is withdrawn does not', async () => {
  const published = await publishIn(township, [here().gridId], {
    kind: 'knowledge',
    title: '冬天怎么防流感',
  });
  const hidden = [
    putNotice(township, {
      kind: 'knowledge',
      audience: { gridIds: [here().gridId], roles: [], households: true, tags: ['observed'] },
    }),
    putNotice(township, { kind: 'knowledge', validUntil: '2020-01-01' }),
    putNotice(township, { kind: 'knowledge', status: 'withdrawn' }),
    putNotice(township, { kind: 'knowledge', gridIds: [township.there.gridId] }),
    putNotice(township),
  ].map(({ _id }) => _id);
  const ids = (await shelf()).map(({ noticeId }) => noticeId);
  expect(ids).toContain(published.noticeId);
  expect(ids.indexOf(published.noticeId)).toBeLessThan(ids.findIndex((id) => id.startsWith('shelf-')));
  for (const id of hidden) expect(ids).not.toContain(id);
});

test('it is found by the words of a title, a summary or the text', async () => {
  expect((await shelf('洁厕灵')).map(({ title }) => title)).toEqual(['消毒液怎么兑、怎么用才安全']);
  expect((await shelf('口罩什么时候')).map(({ title }) => title)).toEqual(['口罩什么时候戴、怎么戴']);
  expect(await shelf('没有这样的话')).toEqual([]);
});

test('whoever belongs nowhere reads it by the key of its card, as the page does', async () => {
  const nobody = township.as('o-nobody-at-all');
  const { rows } = await nobody.get('knowledge', 'shelf', {});
  expect(rows.length).toBeGreaterThanOrEqual(SHELF_TEXTS.length);
  const { noticeId, shareKey } = rows.at(-1)!;
  expect(await nobody.get('notices', 'shared', { noticeId, shareKey: shareKey! })).toMatchObject({
    kind: 'knowledge',
  });
});

test('a leader sends one as a notice of their own', async () => {
  const [row] = (await shelf('洗手')).filter((one) => one.onShelf);
  const { content } = await leader().get('knowledge', 'template', { noticeId: row!.noticeId });
  const whole = noticeContent([here().gridId]);
  const sent = await leader().get('publishing', 'send', {
    requestId: newRequestId(),
    content: { ...whole, ...content },
    publishAt: null,
  });
  expect(sent).toMatchObject({ status: 'published', kind: 'knowledge', title: row!.title });
  expect(await leader().call('knowledge', 'template', { noticeId: putNotice(township)._id })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});
