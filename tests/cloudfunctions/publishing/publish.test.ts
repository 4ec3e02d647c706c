import { completeResidentId } from '../../../miniprogram/shared/resident-id';
import { newRequestId } from '../../support/forms';
import { noticeContent, publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const leader = (which = '1') => township.as(township.holderOf('gridLeader', here().gridPath, which));
const officer = (which = '1') => township.as(township.holderOf('townOfficer', [township.town.gridId], which));
const sending = (changes: Parameters<typeof noticeContent>[1] = {}, gridIds = [here().gridId]) => ({
  requestId: newRequestId(),
  content: noticeContent(gridIds, changes),
  publishAt: null as string | null,
});

test('within one village a leader publishes at once, twice tapped once', async () => {
  const form = sending();
  const replies = await Promise.all([1, 2, 3].map(() => leader().get('publishing', 'send', form)));
  expect(new Set(replies.map(({ noticeId }) => noticeId)).size).toBe(1);
  expect(replies[0]).toMatchObject({ status: 'published', isMine: true });
});

test('town-wide, urgent and refuting notices wait for a second person', async () => {
  const townWide = sending({}, [here().gridId, township.there.gridId]);
  expect(await officer().get('publishing', 'send', townWide)).toMatchObject({ status: 'waiting' });
  for (const kind of ['urgent', 'refutation'] as const) {
    const { noticeId, version, status } = await leader().get('publishing', 'send', sending({ kind }));
    expect(status).toBe('waiting');
    const act = { requestId: newRequestId(), noticeId, version, agreed: true as const };
    expect(await leader().call('publishing', 'decide', act)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await township.as(here().resident).call('notices', 'open', { noticeId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const agreed = await leader('2').get('publishing', 'decide', act);
    expect(agreed).toMatchObject({ status: 'published' });
    expect(await leader('2').get('publishing', 'decide', act)).toMatchObject({ version: agreed.version });
  }
});

test('what was sent back is a draft again, with the reason, and can be sent anew', async () => {
  const form = sending({ kind: 'urgent' });
  const { noticeId, version } = await leader().get('publishing', 'send', form);
  await officer().get('publishing', 'decide', {
    requestId: newRequestId(),
    noticeId,
    version,
    agreed: false,
    reason: '时间写错了，请改成后天',
  });
  const { drafts } = await leader().get('publishing', 'drafts', {});
  expect(drafts.find(({ draftId }) => draftId === noticeId)).toMatchObject({
    requestId: form.requestId,
    returnedBecause: '时间写错了，请改成后天',
  });
  const again = await leader().get('publishing', 'send', form);
  expect(again).toMatchObject({ noticeId, status: 'waiting', returnedBecause: null });
  expect((await leader().get('publishing', 'drafts', {})).drafts.map(({ draftId }) => draftId)).not.toContain(
    noticeId,
  );
});

test('a notice of a later time goes out by the timer, once', async () => {
  const at = new Date(township.simulator.clock.now() + 3_600_000 + 8 * 3_600_000)
    .toISOString()
    .replace(/\.\d+Z$/, '+08:00');
  const { noticeId, status } = await leader().get('publishing', 'send', { ...sending(), publishAt: at });
  expect(status).toBe('scheduled');
  await township.simulator.fireTimer('publishing');
  expect(sheetsOf(township, noticeId)).toEqual([]);
  await township.simulator.clock.advance(3_660_000);
  await Promise.all([township.simulator.fireTimer('publishing'), township.simulator.fireTimer('publishing')]);
  await township.simulator.fireTimer('publishing');
  expect(await leader().get('publishing', 'show', { noticeId })).toMatchObject({ status: 'published' });
  expect(sheetsOf(township, noticeId).length).toBeGreaterThan(0);
});

test.each([
  ['title', { title: '请打 13912345678' }],
  [
    'body.0.runs',
    {
      body: [{ type: 'paragraph' as const, runs: [{ text: '电话 139' }, { text: '12345678', bold: true }] }],
    },
  ],
  ['facts.0.text', { facts: [{ label: 'who' as const, text: completeResidentId('51199919680312901') }] }],
  [
    'body.0.rows.0.1',
    { body: [{ type: 'table' as const, header: ['谁', '电话'], rows: [['李', '139-1234-5678']] }] },
  ],
  ['body.0.items.1', { body: [{ type: 'list' as const, numbered: false, items: ['好', '毒王来了'] }] }],
])('what must not be read by everybody is refused at %s', async (path, changes) => {
  const reply = await leader().call('publishing', 'send', sending(changes));
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(Object.keys((reply as { error: { fields: object } }).error.fields)).toEqual([`content.${path}`]);
});

test('a withdrawn notice says so and why; a corrected one leads to the newer', async () => {
  const first = await publishIn(township, [here().gridId]);
  const phone = township.as(here().resident);
  await phone.get('notices', 'open', { noticeId: first.noticeId });
  const second = await leader().get('publishing', 'send', { ...sending(), replaces: first.noticeId });
  expect(await phone.get('notices', 'open', { noticeId: first.noticeId })).toMatchObject({
    status: 'corrected',
    replacedBy: second.noticeId,
  });
  const listed = await phone.get('notices', 'inbox', {});
  expect(listed.rows.map(({ noticeId }) => noticeId)).not.toContain(first.noticeId);
  expect(listed.rows.find(({ noticeId }) => noticeId === second.noticeId)).toMatchObject({ unread: true });
  expect(await leader().call('publishing', 'send', { ...sending(), replaces: first.noticeId })).toMatchObject(
    { error: { code: 'CONFLICT' } },
  );
  await leader().get('publishing', 'withdraw', {
    requestId: newRequestId(),
    noticeId: second.noticeId,
    version: second.version,
    reason: '日期有误',
  });
  expect(await phone.get('notices', 'open', { noticeId: second.noticeId })).toMatchObject({
    status: 'withdrawn',
    withdrawn: { reason: '日期有误' },
  });
});

test('nobody publishes to grids that are not theirs, or reads what others write', async () => {
  expect(await leader().call('publishing', 'send', sending({}, [township.there.gridId]))).toMatchObject({
    error: { code: 'NOT_FOUND', fields: { 'audience.gridIds': '请重新选发给哪里' } },
  });
  const { noticeId, version } = await publishIn(township, [here().gridId]);
  const other = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const act = { requestId: newRequestId(), noticeId, version, reason: '不是我的' };
  expect(await other.call('publishing', 'show', { noticeId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await other.call('publishing', 'withdraw', act)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('drafts are kept as one writes, and two phones do not overwrite each other', async () => {
  const requestId = newRequestId();
  const content = noticeContent([here().gridId]);
  const first = await leader('7').get('publishing', 'saveDraft', { requestId, version: 0, content });
  const retried = await leader('7').get('publishing', 'saveDraft', { requestId, version: 0, content });
  expect(retried.version).toBe(first.version + 1);
  expect(
    await leader('7').call('publishing', 'saveDraft', { requestId, version: first.version, content }),
  ).toMatchObject({ error: { code: 'CONFLICT' } });
  const { drafts } = await leader('8').get('publishing', 'drafts', {});
  expect(drafts).toEqual([]);
});
