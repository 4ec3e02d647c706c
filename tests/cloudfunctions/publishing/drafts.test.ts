import { newRequestId } from '../../support/forms';
import { noticeContent } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const leader = (which: string) => township.as(township.holderOf('gridLeader', township.here.gridPath, which));
const saving = () => ({
  requestId: newRequestId(),
  version: 0,
  content: noticeContent([township.here.gridId]),
});

test('a draft is read whole, with its time, what it corrects and what it answers; the list has its head', async () => {
  const writer = leader('drafts');
  const purpose = {
    publishAt: '2030-01-02T08:30:00+08:00',
    replaces: 'nTheOlderOne',
    answers: 'rTheRumour',
  };
  const { draftId } = await writer.get('publishing', 'saveDraft', { ...saving(), ...purpose });
  const { drafts } = await writer.get('publishing', 'drafts', {});
  expect(drafts).toMatchObject([
    { draftId, title: '明天上午打疫苗', kind: 'notice', replaces: 'nTheOlderOne', answers: 'rTheRumour' },
  ]);
  expect(drafts[0]).not.toHaveProperty('content');
  expect(await writer.get('publishing', 'readDraft', { draftId })).toMatchObject({
    ...purpose,
    content: { body: [{ type: 'heading' }, { type: 'paragraph' }, { type: 'list' }] },
  });
});

test('nothing has to be complete in a draft, and nothing half written is lost', async () => {
  const form = saving();
  const half = {
    ...form.content,
    title: '',
    facts: [],
    body: [
      { type: 'heading' as const, text: '' },
      { type: 'paragraph' as const, runs: [] },
      { type: 'list' as const, numbered: true, items: [] },
      { type: 'table' as const, header: ['', ''], rows: [['', '']] },
      { type: 'picture' as const, fileId: '', caption: '' },
    ],
    source: { organisation: '', documentNumber: '', date: '', scan: null },
    audience: { ...form.content.audience, gridIds: [] },
  };
  const writer = leader('half');
  const { draftId } = await writer.get('publishing', 'saveDraft', { ...form, content: half });
  expect((await writer.get('publishing', 'readDraft', { draftId })).content).toEqual(half);
});

test("nobody reads, writes on or throws away somebody else's draft", async () => {
  const { draftId } = await leader('mine').get('publishing', 'saveDraft', saving());
  const other = leader('other');
  expect(await other.call('publishing', 'readDraft', { draftId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  await other.get('publishing', 'discardDraft', { draftId });
  expect(await leader('mine').get('publishing', 'readDraft', { draftId })).toMatchObject({ draftId });
});

test('of two saves at once of one version one is kept, and the other learns of it', async () => {
  const writer = leader('two');
  const form = saving();
  const { version, draftId } = await writer.get('publishing', 'saveDraft', form);
  const replies = await Promise.all(
    ['一', '二', '三'].map((title) =>
      writer.call('publishing', 'saveDraft', { ...form, version, content: { ...form.content, title } }),
    ),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  for (const reply of replies) if (!reply.ok) expect(reply.error.code).toBe('CONFLICT');
  expect((await writer.get('publishing', 'readDraft', { draftId })).version).toBe(version + 1);
});

test('a draft that was thrown away is not brought back by a phone that still has it open', async () => {
  const writer = leader('gone');
  const form = saving();
  const { version, draftId } = await writer.get('publishing', 'saveDraft', form);
  await writer.get('publishing', 'discardDraft', { draftId });
  expect(await writer.call('publishing', 'saveDraft', { ...form, version })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  expect((await writer.get('publishing', 'drafts', {})).drafts).toEqual([]);
});

test('somebody writes thirty drafts at a time and no more', async () => {
  const writer = leader('many');
  for (let n = 0; n < 30; n += 1) await writer.get('publishing', 'saveDraft', saving());
  expect(await writer.call('publishing', 'saveDraft', saving())).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test('whoever writes an urgent notice is told who could agree: the nearest first, and not they themselves', async () => {
  type Post = { role: string; openid: string; name: string };
  const officers = township.documents<Post>('posts').filter(({ role }) => role === 'townOfficer');
  const audience = noticeContent([township.here.gridId]).audience;
  const asked = { audience, kind: 'urgent' as const };
  const seen = await leader('asks').get('publishing', 'countAudience', asked);
  const roles = seen.seconds.map(({ role }) => role);
  expect(roles).toEqual(['gridLeader', ...officers.map(() => 'townOfficer')]);
  const { openid, name } = officers[0]!;
  const own = await township.as(openid).get('publishing', 'countAudience', asked);
  expect(own.seconds.map((one) => one.name)).not.toContain(name);
  expect(own.seconds).toHaveLength(roles.length - 1);
  const alone = await leader('asks').get('publishing', 'countAudience', { audience, kind: 'notice' });
  expect(alone).toMatchObject({ needsSecond: false, seconds: [] });
});
