import { newRequestId } from '../../support/forms';
import { allowMessages, messagesTo } from '../../support/messages';
import { noticeContent } from '../../support/notices';
import { putRumour, rumourForm } from '../../support/rumours';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const here = () => township.here;
const leader = (which = '1') => township.as(township.holderOf('gridLeader', here().gridPath, which));
const reporter = (which: string) =>
  township.as(township.holderOf('villageDoctor', here().gridPath, `reporter-${which}`));
const told = async (which: string, text = '听说喝白酒能杀死病毒') =>
  (await reporter(which).get('rumours', 'report', rumourForm({ text }))).rumourId;
const seen = async (rumourId: string) => leader().get('rumours', 'show', { rumourId });
const act = (rumourId: string, version: number) => ({ requestId: newRequestId(), rumourId, version });

const refutation = (answers: string | null, changes: Parameters<typeof noticeContent>[1] = {}) => ({
  requestId: newRequestId(),
  content: noticeContent([here().gridId], {
    kind: 'refutation',
    title: '喝酒不能防新冠',
    source: { organisation: '世界卫生组织', documentNumber: '《流言终结》', date: '2022-01-19', scan: null },
    ...changes,
  }),
  publishAt: null,
  answers,
});
const agree = (noticeId: string, version: number) =>
  leader('2').get('publishing', 'decide', { requestId: newRequestId(), noticeId, version, agreed: true });
const mine = async (which: string, rumourId: string) =>
  (await reporter(which).get('rumours', 'mine', {})).rows.find((row) => row.rumourId === rumourId);

test('several who tell the same are answered with one refutation, each learns of it, once', async () => {
  const [first, second] = [await told('1'), await told('2', '白酒杀毒，快转给家人')];
  await allowMessages(township, reporter('1').openid, 'rumourAnswered', 'rumourAnswered');
  const joined = await leader().get('rumours', 'join', { ...act(second, 1), into: first });
  expect(joined).toMatchObject({ rumourId: first, reports: 2 });
  expect(joined.told.map(({ rumourId }) => rumourId).sort()).toEqual([first, second].sort());

  const notice = await leader().get('publishing', 'send', refutation(first));
  expect(notice.status).toBe('waiting');
  expect(await seen(first)).toMatchObject({
    status: 'open',
    onItsWay: 'waiting',
    onItsWayId: notice.noticeId,
  });
  expect(await mine('1', first)).toMatchObject({ answer: null });

  await agree(notice.noticeId, notice.version);
  expect(await seen(first)).toMatchObject({ status: 'refuted', onItsWay: null });
  const answer = { outcome: 'refuted', noticeId: notice.noticeId, title: '喝酒不能防新冠' };
  expect(await mine('1', first)).toMatchObject({ answer });
  expect(await mine('2', second)).toMatchObject({ answer });

  await Promise.all([township.simulator.fireTimer('rumours'), township.simulator.fireTimer('rumours')]);
  await township.simulator.fireTimer('publishing');
  await township.simulator.fireTimer('rumours');
  expect(messagesTo(township, reporter('1').openid)).toHaveLength(1);
  expect(messagesTo(township, reporter('2').openid)).toHaveLength(0);
});

test('a refutation says whose word it is, is one, and only one is written at a time', async () => {
  const rumourId = await told('3');
  const unquoted = await leader().call(
    'publishing',
    'send',
    refutation(rumourId, {
      source: { organisation: '村委会', documentNumber: '', date: '2026-11-20', scan: null },
    }),
  );
  expect(unquoted).toMatchObject({
    error: { fields: { 'content.source.documentNumber': expect.any(String) as string } },
  });
  expect(await leader().call('publishing', 'send', refutation(rumourId, { kind: 'notice' }))).toMatchObject({
    error: { fields: { 'content.kind': expect.any(String) as string } },
  });
  const form = refutation(rumourId);
  const replies = await Promise.all([1, 2].map(() => leader().call('publishing', 'send', form)));
  expect(replies.every(({ ok }) => ok)).toBe(true);
  expect(await leader('2').call('publishing', 'send', refutation(rumourId))).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test('of two people who refute at the same moment one goes on', async () => {
  const rumourId = await told('4');
  const replies = await Promise.all(
    ['1', '2', '3'].map((which) => leader(which).call('publishing', 'send', refutation(rumourId))),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
});

test("another village's rumour is neither answered nor merged", async () => {
  const rumourId = await told('5');
  const own = putRumour(township, {
    gridPath: township.there.team.gridPath,
    gridId: township.there.team.gridId,
  });
  const stranger = township.as(township.holderOf('gridLeader', township.there.gridPath));
  for (const [from, into] of [
    [rumourId, own._id],
    [own._id, rumourId],
  ] as const)
    expect(await stranger.call('rumours', 'join', { ...act(from, 1), into })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  expect(
    await stranger.call('publishing', 'send', {
      ...refutation(rumourId),
      content: {
        ...refutation(rumourId).content,
        audience: { gridIds: [township.there.gridId], roles: [], households: true, tags: [] },
      },
    }),
  ).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('closed with words, those go to everybody who told of it; twice tapped once, and never over an answer', async () => {
  const rumourId = await told('6');
  const form = { ...act(rumourId, 1), reason: '问过供电所，没有这回事' };
  const replies = await Promise.all([1, 2, 3].map(() => leader().call('rumours', 'close', form)));
  expect(replies.some(({ ok }) => ok)).toBe(true);
  expect(await leader().get('rumours', 'close', form)).toMatchObject({ status: 'handled', version: 2 });
  expect(await mine('6', rumourId)).toMatchObject({ answer: { outcome: 'handled', reason: form.reason } });
  expect(await leader().call('rumours', 'close', { ...form, requestId: newRequestId() })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const { rows } = await leader().get('rumours', 'queue', { tab: 'answered' });
  expect(rows[0]).toMatchObject({ rumourId, answer: { outcome: 'handled' } });
});

test('what joins an answered one learns its answer; parted again it waits for its own', async () => {
  const answered = await told('7');
  await leader().get('rumours', 'close', { ...act(answered, 1), reason: '核实过了，是假的' });
  const late = await told('8');
  await allowMessages(township, reporter('8').openid, 'rumourAnswered', 'rumourAnswered');
  await leader().get('rumours', 'join', { ...act(late, 1), into: answered });
  expect(await mine('8', late)).toMatchObject({ answer: { outcome: 'handled' } });
  await township.simulator.fireTimer('rumours');
  expect(messagesTo(township, reporter('8').openid)).toHaveLength(1);

  const [line] = (await seen(answered)).told.filter((one) => one.rumourId === late);
  const parting = act(late, line!.version);
  expect(await leader().get('rumours', 'part', parting)).toMatchObject({ rumourId: late, status: 'open' });
  expect(await leader().get('rumours', 'part', parting)).toMatchObject({ rumourId: late, reports: 1 });
  expect(await mine('8', late)).toMatchObject({ answer: null });
  expect(await seen(answered)).toMatchObject({ reports: 1 });
});

test('two that are joined into each other at the same moment end as one', async () => {
  const [one, other] = [await told('9'), await told('10')];
  const replies = await Promise.all([
    leader('1').call('rumours', 'join', { ...act(one, 1), into: other }),
    leader('2').call('rumours', 'join', { ...act(other, 1), into: one }),
  ]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  const shown = await seen(one);
  expect(shown).toMatchObject({ status: 'open', reports: 2 });
  expect(shown.told).toHaveLength(2);
});

test('a row of merges ends at one, and all are answered with it', async () => {
  const ids = [await told('11'), await told('12'), await told('13')] as const;
  await leader().get('rumours', 'join', { ...act(ids[0], 1), into: ids[1] });
  const { version } = await seen(ids[1]);
  expect(await leader().get('rumours', 'join', { ...act(ids[1], version), into: ids[2] })).toMatchObject({
    reports: 3,
  });
  const now = await seen(ids[2]);
  await leader().get('rumours', 'close', { ...act(ids[2], now.version), reason: '都是同一个假消息' });
  for (const [n, id] of ids.entries())
    expect(await mine(String(11 + n), id)).toMatchObject({ answer: { outcome: 'handled' } });
});

test('a refutation that was taken back says so, and another may be written', async () => {
  const rumourId = await told('14');
  const sent = await leader().get('publishing', 'send', refutation(rumourId));
  const { version } = await agree(sent.noticeId, sent.version);
  expect(await leader().call('publishing', 'send', refutation(rumourId))).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  await leader().get('publishing', 'withdraw', {
    requestId: newRequestId(),
    noticeId: sent.noticeId,
    version,
    reason: '出处写错了',
  });
  expect(await mine('14', rumourId)).toMatchObject({ answer: { status: 'withdrawn' } });
  const again = await leader().get('publishing', 'send', refutation(rumourId));
  await agree(again.noticeId, again.version);
  expect(await mine('14', rumourId)).toMatchObject({
    answer: { noticeId: again.noticeId, status: 'published' },
  });
});
