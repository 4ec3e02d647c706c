import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { newRequestId } from '../../support/forms';
import { noticeContent } from '../../support/notices';
import { type Phone, useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const here = () => township.here;
const leader = (which = '1') => township.as(township.holderOf('gridLeader', here().gridPath, which));
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const neighbour = () => township.as(township.holderOf('gridLeader', township.there.gridPath));

const urgent = (writer: Phone = leader()) =>
  writer.get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([here().gridId], { kind: 'urgent' }),
    publishAt: null,
  });
const acting = ({ noticeId, version }: { noticeId: string; version: number }) => ({
  requestId: newRequestId(),
  noticeId,
  version,
});
const HOUR = 3_600_000;
const inHours = (hours: number): string =>
  toTimestamp(chinaTime(township.simulator.clock.now() + hours * HOUR));
const toAgree = async (who: Phone) => {
  const { rows } = await who.get('publishing', 'list', { tab: 'agree' });
  const { notices } = await who.get('home', 'today', {});
  return { ids: rows.map(({ noticeId }) => noticeId), counted: notices!.toAgree };
};

test('what waits for me is a list of its own, and the home page counts its rows', async () => {
  const before = await toAgree(officer());
  expect(before.counted).toBe(before.ids.length);
  const { noticeId } = await urgent();
  for (const who of [officer(), leader('2')]) {
    const { ids, counted } = await toAgree(who);
    expect(ids).toContain(noticeId);
    expect(counted).toBe(ids.length);
  }
  // Its writer can't agree; the neighbours' leader has nothing to do with it.
  for (const who of [leader(), neighbour()]) {
    const { ids, counted } = await toAgree(who);
    expect(ids).not.toContain(noticeId);
    expect(counted).toBe(ids.length);
  }
  const mine = await leader().get('publishing', 'list', { tab: 'waiting' });
  expect(mine.rows.find((row) => row.noticeId === noticeId)).toMatchObject({ isMine: true });
});

test('the neighbours’ leader neither agrees nor sends back', async () => {
  const notice = await urgent();
  for (const decision of [{ agreed: true as const }, { agreed: false as const, reason: '不是我的' }])
    expect(await neighbour().call('publishing', 'decide', { ...acting(notice), ...decision })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
});

test('of two who decide at the same moment one is told that it is done', async () => {
  const notice = await urgent();
  const replies = await Promise.all([
    officer().call('publishing', 'decide', { ...acting(notice), agreed: true }),
    leader('2').call('publishing', 'decide', { ...acting(notice), agreed: false, reason: '时间写错了' }),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
  const { status, changes } = await leader().get('publishing', 'show', { noticeId: notice.noticeId });
  expect(['published', 'returned']).toContain(status);
  expect(changes).toHaveLength(2);
});

test('pressed twice and sent again after a lost answer, it is agreed to once', async () => {
  const notice = await urgent();
  const act = { ...acting(notice), agreed: true as const };
  const replies = await Promise.all([1, 2, 3].map(() => officer().call('publishing', 'decide', act)));
  expect(replies.some(({ ok }) => ok)).toBe(true);
  const again = await officer().get('publishing', 'decide', act);
  expect(again).toMatchObject({ status: 'published', approvedBy: { name: '测试人员' } });
  expect(again.changes.map(({ what }) => what)).toEqual(['写好', '同意']);
});

test('who, when, what and why stands in its history', async () => {
  const { noticeId, version } = await urgent();
  const sent = acting({ noticeId, version });
  const back = await officer().get('publishing', 'decide', { ...sent, agreed: false, reason: '时间写错了' });
  expect(back).toMatchObject({ status: 'returned', returnedBecause: '时间写错了' });
  expect(back.changes.at(-1)).toMatchObject({ byName: '测试人员', what: '退回：时间写错了' });
  const other = await urgent();
  const withdrawn = await officer().get('publishing', 'withdraw', { ...acting(other), reason: '不发了' });
  expect(withdrawn.changes.at(-1)).toMatchObject({ what: '撤回：不发了' });
});

test('what was sent back is its writer’s draft again, and nobody’s to withdraw', async () => {
  const notice = await urgent();
  const act = { ...acting(notice), agreed: false as const, reason: '时间写错了' };
  const back = await officer().get('publishing', 'decide', act);
  expect(await officer().call('publishing', 'withdraw', { ...acting(back), reason: '不发了' })).toMatchObject(
    { error: { code: 'CONFLICT' } },
  );
  const { drafts } = await leader().get('publishing', 'drafts', {});
  expect(drafts.map(({ draftId }) => draftId)).toContain(notice.noticeId);
});

test('what was seen before somebody else acted is not acted upon', async () => {
  const seen = await urgent();
  const agreed = await officer().get('publishing', 'decide', { ...acting(seen), agreed: true });
  const stale = { ...acting(seen), reason: '日期有误' };
  expect(await leader().call('publishing', 'withdraw', stale)).toMatchObject({ error: { code: 'CONFLICT' } });
  const act = { ...acting(agreed), reason: '日期有误' };
  const first = await leader().get('publishing', 'withdraw', act);
  expect(await leader().get('publishing', 'withdraw', act)).toEqual(first);
});

test('a returned notice goes round many times and is still the writer’s draft of the same form', async () => {
  const requestId = newRequestId();
  const form = { requestId, content: noticeContent([here().gridId], { kind: 'urgent' }), publishAt: null };
  for (let round = 0; round < 12; round += 1) {
    const notice = await leader('9').get('publishing', 'send', form);
    expect(notice.status).toBe('waiting');
    const act = { ...acting(notice), agreed: false as const, reason: '再改改' };
    await officer().get('publishing', 'decide', act);
  }
  const { drafts } = await leader('9').get('publishing', 'drafts', {});
  expect(drafts).toMatchObject([{ requestId, returnedBecause: '再改改' }]);
});

test('what was agreed to for later goes out at its time, and its history says so', async () => {
  const publishAt = inHours(2);
  const form = { requestId: newRequestId(), content: noticeContent([here().gridId], { kind: 'urgent' }) };
  const waiting = await leader().get('publishing', 'send', { ...form, publishAt });
  const agreed = await officer().get('publishing', 'decide', { ...acting(waiting), agreed: true });
  expect(agreed).toMatchObject({ status: 'scheduled', publishedAt: null });
  await township.simulator.clock.advance(3 * HOUR);
  await township.simulator.fireTimer('publishing');
  const out = await leader().get('publishing', 'show', { noticeId: waiting.noticeId });
  expect(out.status).toBe('published');
  expect(out.changes.map(({ byName, what }) => [byName, what])).toEqual([
    ['测试人员', '写好'],
    ['测试人员', '同意'],
    ['', '到点发出'],
  ]);
});

test('one that ran out while it waited is not let out any more', async () => {
  const validUntil = inHours(0).slice(0, 10);
  const content = noticeContent([here().gridId], { kind: 'urgent', validUntil });
  const waiting = await leader().get('publishing', 'send', {
    requestId: newRequestId(),
    content,
    publishAt: null,
  });
  await township.simulator.clock.advance(24 * HOUR);
  const act = acting(waiting);
  expect(await officer().call('publishing', 'decide', { ...act, agreed: true })).toMatchObject({
    error: { code: 'CONFLICT', message: '这条通知等着等着过期了，请退回去改日期' },
  });
  const back = { ...act, agreed: false as const, reason: '改一下日期' };
  expect(await officer().get('publishing', 'decide', back)).toMatchObject({ status: 'returned' });
});
