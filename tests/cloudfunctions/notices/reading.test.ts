import { newRequestId } from '../../support/forms';
import { noticeContent, publishIn } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const phone = () => township.as(here().resident);
const leader = () => township.as(township.holderOf('gridLeader', here().gridPath));

/** Sends a notice in place of an older one. */
const correct = (replaces: string) =>
  leader().get('publishing', 'send', {
    requestId: newRequestId(),
    content: noticeContent([here().gridId], { title: '改成后天打疫苗' }),
    publishAt: null,
    replaces,
  });

describe('the home page', () => {
  const today = async () => (await phone().get('home', 'today', {})).notices!;

  test('names what nobody of the household has opened, urgent ones first, and counts as its list does', async () => {
    const usual = await publishIn(township, [here().gridId], { title: '村里停水一天' });
    const officer = township.holderOf('townOfficer', [township.town.gridId], 'agrees');
    const urgent = await publishIn(township, [here().gridId], { title: '明天全员核酸', kind: 'urgent' });
    const { version } = await township.as(officer).get('publishing', 'show', { noticeId: urgent.noticeId });
    await township.as(officer).get('publishing', 'decide', {
      requestId: newRequestId(),
      noticeId: urgent.noticeId,
      version,
      agreed: true,
    });
    await township.simulator.fireTimer('publishing');

    const { family } = await today();
    expect(family!.first.map(({ noticeId }) => noticeId)).toEqual([urgent.noticeId, usual.noticeId]);
    expect(family!.unread).toBe((await phone().get('notices', 'inbox', {})).unread);

    await phone().get('notices', 'open', { noticeId: urgent.noticeId });
    const after = await today();
    expect(after.family!.first[0]?.noticeId).toBe(usual.noticeId);
    expect(after.family!.unread).toBe(family!.unread - 1);
  });

  test('keeps a pinned one in sight when it has been read, until it is withdrawn', async () => {
    const { noticeId } = await publishIn(township, [here().gridId], { title: '三组明天领菜', pinned: true });
    await phone().get('notices', 'open', { noticeId });
    expect((await today()).family!.pinned).toMatchObject({ noticeId, title: '三组明天领菜' });
    const { version } = await leader().get('publishing', 'show', { noticeId });
    const act = { requestId: newRequestId(), noticeId, version, reason: '菜没有到' };
    await leader().get('publishing', 'withdraw', act);
    expect((await today()).family!.pinned?.noticeId).not.toBe(noticeId);
  });

  test('somebody without a household and a post is told nothing', async () => {
    expect((await township.as('o-passing-by').get('home', 'today', {})).notices).toBeNull();
  });
});

describe('a shared card', () => {
  test('of a notice that was corrected leads on to the newer one, without signing in', async () => {
    const stranger = township.as('o-nobody-knows');
    const old = await publishIn(township, [here().gridId]);
    const { noticeId } = await correct(old.noticeId);
    const shown = await stranger.get('notices', 'shared', {
      noticeId: old.noticeId,
      shareKey: old.shareKey!,
    });
    expect(shown).toMatchObject({ status: 'corrected', replacedBy: noticeId });
    const newer = await stranger.get('notices', 'shared', { noticeId, shareKey: shown.replacedByKey! });
    expect(newer).toMatchObject({ title: '改成后天打疫苗', status: 'published', replaces: null });
  });

  test('can be passed on by a household that got it, unless only some are told', async () => {
    const open = await publishIn(township, [here().gridId]);
    expect((await phone().get('notices', 'open', { noticeId: open.noticeId })).shareKey).toBe(open.shareKey);
    const audience = {
      gridIds: [here().gridId],
      roles: [],
      households: true,
      tags: ['chronicIllness' as const],
    };
    const some = await publishIn(township, [], { audience });
    const answer = await phone().call('notices', 'open', { noticeId: some.noticeId });
    if (answer.ok) expect(answer.data.shareKey).toBeNull();
    else expect(answer.error.code).toBe('NOT_FOUND');
  });
});

test('is found by words of its title and by its kind; signs that mean something to a search mean themselves', async () => {
  await publishIn(township, [here().gridId], { title: '打疫苗(第二针)', kind: 'policy' });
  const titles = async (query: object) =>
    (await phone().get('notices', 'inbox', query)).rows.map(({ title }) => title);
  expect(await titles({ words: '(第二针)' })).toEqual(['打疫苗(第二针)']);
  expect(await titles({ words: '.*' })).toEqual([]);
  expect(await titles({ kind: 'policy' })).toContain('打疫苗(第二针)');
  expect(await titles({ kind: 'knowledge' })).not.toContain('打疫苗(第二针)');
});
