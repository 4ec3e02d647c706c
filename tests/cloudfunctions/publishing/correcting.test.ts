import type { WrittenNotice } from '../../../cloudfunctions/contracts';
import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { enrolForm, newRequestId } from '../../support/forms';
import { disagreements, noticeContent, publishIn, sheetsOf } from '../../support/notices';
import { type ReplyOf, useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const here = () => township.here;
const leader = (which = '1') => township.as(township.holderOf('gridLeader', here().gridPath, which));
const phone = () => township.as(here().resident);

type Changes = Parameters<typeof noticeContent>[1];
const correction = (replaces: string, changes: Changes = {}) => ({
  requestId: newRequestId(),
  content: noticeContent([here().gridId], { title: '改到后天打疫苗', ...changes }),
  publishAt: null,
  replaces,
});
const correct = (replaces: string, changes: Changes = {}): Promise<WrittenNotice> =>
  leader().get('publishing', 'send', correction(replaces, changes));

const agreeing = ({ noticeId, version }: WrittenNotice) => ({
  requestId: newRequestId(),
  noticeId,
  version,
  agreed: true as const,
});
const rowOf = async (noticeId: string) => {
  const { rows } = await phone().get('notices', 'inbox', {});
  return rows.find((row) => row.noticeId === noticeId);
};
const stored = (noticeId: string): NoticeDocument =>
  township.documents<NoticeDocument>('notices').find(({ _id }) => _id === noticeId)!;
const refusal = (reply: ReplyOf<'publishing', 'send' | 'decide'> | ReplyOf<'notices', 'open'>) =>
  reply.ok ? null : reply.error;

test('who saw the old one is asked to read the new one again, until they did', async () => {
  const old = await publishIn(township, [here().gridId]);
  await phone().get('notices', 'open', { noticeId: old.noticeId });
  const { noticeId } = await correct(old.noticeId);
  await township.simulator.fireTimer('publishing');
  expect(await rowOf(noticeId)).toMatchObject({ unread: true, again: true });
  const { notices } = await phone().get('home', 'today', {});
  expect(notices!.family!.first.find((row) => row.noticeId === noticeId)).toMatchObject({ again: true });
  await phone().get('notices', 'open', { noticeId });
  expect(await rowOf(noticeId)).toMatchObject({ unread: false, again: false });
});

test('who never saw the old one gets the new one as any other', async () => {
  const old = await publishIn(township, [here().gridId]);
  const { noticeId } = await correct(old.noticeId);
  await township.simulator.fireTimer('publishing');
  expect(await rowOf(noticeId)).toMatchObject({ unread: true, again: false });
});

test('who saw the first of three is asked again, though they missed the second', async () => {
  const first = await publishIn(township, [here().gridId]);
  await phone().get('notices', 'open', { noticeId: first.noticeId });
  const second = await correct(first.noticeId);
  const third = await correct(second.noticeId);
  await township.simulator.fireTimer('publishing');
  expect(await rowOf(third.noticeId)).toMatchObject({ again: true });
  expect(await rowOf(second.noticeId)).toBeUndefined();
});

test('the old one stays readable, says that it was corrected and leads to the new one', async () => {
  const old = await publishIn(township, [here().gridId]);
  const { noticeId } = await correct(old.noticeId);
  const told = { status: 'corrected', replacedBy: noticeId, body: old.body };
  expect(await phone().get('notices', 'open', { noticeId: old.noticeId })).toMatchObject(told);
  const shared = { noticeId: old.noticeId, shareKey: old.shareKey! };
  expect(await township.as('o-stranger').get('notices', 'shared', shared)).toMatchObject(told);
  expect(await leader().get('publishing', 'show', { noticeId: old.noticeId })).toMatchObject(told);
  expect(await phone().get('notices', 'open', { noticeId })).toMatchObject({ replaces: old.noticeId });
});

test('a household that left since was told what was wrong, so it opens what is right, and is counted where it was', async () => {
  const member = township.as(township.holderOf('gridMember', here().team.gridPath));
  const moving = township.as('o-moving-away');
  const file = await moving.get('registration', 'enrol', enrolForm(here().team.gridId));
  const old = await publishIn(township, [here().gridId]);
  await member.get('registration', 'handOver', {
    requestId: newRequestId(),
    householdId: file.householdId,
    version: 1,
    reason: '全家搬到那边住了',
    gridId: township.there.team.gridId,
  });
  const { noticeId } = await correct(old.noticeId);
  await township.simulator.fireTimer('publishing');
  const stranger = township.as(township.there.resident);
  expect(refusal(await stranger.call('notices', 'open', { noticeId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await moving.get('notices', 'open', { noticeId })).toMatchObject({ gridId: here().team.gridId });
  await moving.get('notices', 'confirm', { noticeId, gridId: here().team.gridId });
  const sheets = sheetsOf(township, noticeId);
  expect(disagreements(sheets)).toEqual([]);
  const own = sheets.filter(({ householdIds }) => householdIds.includes(file.householdId));
  expect(own.map(({ gridId, counts }) => [gridId, counts.confirmed])).toEqual([[here().team.gridId, 1]]);
});

describe('everybody who got the old one gets the correction', () => {
  test.each<[string, Changes]>([
    ['a village of which only a team is left', {}],
    [
      'fewer kinds of households',
      { audience: { gridIds: [], roles: [], households: true, tags: ['dialysis'] } },
    ],
    ['staff alone', { audience: { gridIds: [], roles: ['gridMember'], households: false, tags: [] } }],
  ])('%s is refused', async (_, { audience } = {}) => {
    const old = await publishIn(township, [here().gridId]);
    const gridIds = [audience ? here().gridId : here().team.gridId];
    const form = correction(old.noticeId, {
      audience: { roles: [], households: true, tags: [], ...audience, gridIds },
    });
    const error = refusal(await leader().call('publishing', 'send', form));
    expect(error).toMatchObject({ code: 'INVALID_INPUT' });
    expect(error!.fields!['audience.gridIds']).toContain('都要收到更正');
    expect(stored(old.noticeId).status).toBe('published');
  });

  test('what is missing is named', async () => {
    const old = await publishIn(township, [here().team.gridId]);
    const others = township
      .documents<{ _id: string; path: string[]; level: string }>('grids')
      .filter(({ path, level }) => level === 'team' && path.includes(here().gridId));
    const other = others.find(({ _id }) => _id !== here().team.gridId)!;
    const form = correction(old.noticeId, {
      audience: { gridIds: [other._id], roles: [], households: true, tags: [] },
    });
    const error = refusal(await leader().call('publishing', 'send', form));
    expect(error!.message).toContain(`还少：${township.town.name} ${here().name} ${here().team.name}`);
  });

  test('a wider audience may be told as well', async () => {
    const old = await publishIn(township, [here().team.gridId], {
      audience: { gridIds: [here().team.gridId], roles: [], households: true, tags: ['dialysis'] },
    });
    expect(await correct(old.noticeId)).toMatchObject({ status: 'published' });
  });
});

test('while a correction waits for a second person the old one stands as it is', async () => {
  const old = await publishIn(township, [here().gridId]);
  const waiting = await correct(old.noticeId, { kind: 'urgent' });
  expect(stored(old.noticeId)).toMatchObject({ status: 'published', replacedBy: null });
  await leader('2').get('publishing', 'decide', agreeing(waiting));
  expect(stored(old.noticeId)).toMatchObject({ status: 'corrected', replacedBy: waiting.noticeId });
});

test('of two corrections that wait the one that is agreed to first stands, and the other is told so', async () => {
  const old = await publishIn(township, [here().gridId]);
  const [one, other] = await Promise.all([
    correct(old.noticeId, { kind: 'urgent' }),
    correct(old.noticeId, { kind: 'urgent' }),
  ]);
  await leader('2').get('publishing', 'decide', agreeing(one));
  const reply = await leader('2').call('publishing', 'decide', agreeing(other));
  expect(refusal(reply)).toMatchObject({ code: 'CONFLICT' });
  expect(stored(old.noticeId).replacedBy).toBe(one.noticeId);
  expect(stored(other.noticeId).status).toBe('waiting');
});

test('of corrections at the same moment one is left that counts, and every older one leads to it', async () => {
  const old = await publishIn(township, [here().gridId]);
  const replies = await Promise.all(
    ['1', '2', '3'].map((which) => leader(which).call('publishing', 'send', correction(old.noticeId))),
  );
  await township.simulator.fireTimer('publishing');
  const sent = replies.flatMap((reply) => (reply.ok ? [reply.data.noticeId] : []));
  const live = sent.filter((noticeId) => stored(noticeId).status === 'published');
  expect(live).toHaveLength(1);
  const endOf = ({ _id, replacedBy }: NoticeDocument): string =>
    replacedBy === null ? _id : endOf(stored(replacedBy));
  for (const older of [old.noticeId, ...sent]) expect(endOf(stored(older))).toBe(live[0]);
});

test('killed between publishing and marking the old one, the timer marks it', async () => {
  const old = await publishIn(township, [here().gridId]);
  const before = stored(old.noticeId);
  const { noticeId } = await correct(old.noticeId);
  const { status, replacedBy, changes, version } = before;
  await township.tamper('notices', { _id: old.noticeId }, { $set: { status, replacedBy, changes, version } });
  expect(stored(old.noticeId).status).toBe('published');
  await township.simulator.fireTimer('publishing');
  await township.simulator.fireTimer('publishing');
  expect(stored(old.noticeId)).toMatchObject({
    status: 'corrected',
    replacedBy: noticeId,
    version: version + 1,
  });
});

test('what did not go out is not corrected; withdrawn before, it is on nobody’s list', async () => {
  const { noticeId, version } = await leader().get('publishing', 'send', {
    ...correction(''),
    content: noticeContent([here().gridId], { kind: 'urgent' }),
    replaces: null,
  });
  expect(refusal(await leader().call('publishing', 'send', correction(noticeId)))).toMatchObject({
    code: 'CONFLICT',
  });
  const act = { requestId: newRequestId(), noticeId, version, reason: '不用发了' };
  expect(await leader().get('publishing', 'withdraw', act)).toMatchObject({ status: 'withdrawn' });
  expect(await rowOf(noticeId)).toBeUndefined();
  expect(await phone().call('notices', 'open', { noticeId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
