import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { observationNow } from '../../support/observations';
import { useTownship } from '../../support/township';
import { finish, releaseOf, releaseRow, seen, shown, stepTakers } from './people';

jest.setTimeout(60_000);

const township = useTownship();
const { member, leader, officer, headquarters } = stepTakers(township);

const stored = (observation: ObservationDocument) => observationNow(township, observation);
const release = (observation: ObservationDocument) => releaseRow(township, observation);

type Counts = { _id: string; released?: number; measures?: Record<string, number> };
const countsHere = () =>
  township.documents<Counts>('return_counts').find(({ _id }) => _id === township.here.team.gridId);

test('three people release somebody; the return is closed, and everything is counted once', async () => {
  const observation = finish(township);
  const before = countsHere();
  const first = await shown(member(), observation);
  expect(first).toMatchObject({
    status: 'none',
    obstacles: [],
    counts: { normalTemperatures: 28, negativeTests: 3, abnormal: 0 },
    mine: { step: 'propose', whyNot: '' },
  });
  expect(first.slots).toHaveLength(28);

  const proposed = await member().get('release', 'propose', seen(first));
  expect(proposed).toMatchObject({ status: 'proposed', mine: { step: null } });
  expect(stored(observation)).toMatchObject({ status: 'releasing', wakesAt: null });
  expect(await shown(officer(), observation)).toMatchObject({ mine: { step: 'check' } });

  const checked = await officer().get('release', 'check', seen(proposed));
  expect(checked.status).toBe('checked');
  const approved = await headquarters().get('release', 'approve', seen(checked));
  expect(approved.status).toBe('approved');
  expect(approved.history.map(({ what, role }) => `${what} ${role}`)).toEqual([
    'propose gridMember',
    'check townOfficer',
    'approve townOfficer',
  ]);
  expect(approved.certificateId).toMatch(/^[0-9a-f]{30}$/);
  expect(approved.mine).toEqual({ step: null, whyNot: '' });

  expect(stored(observation).status).toBe('released');
  const { declarationId, personKey } = observation;
  expect(township.documents<{ _id: string }>('declarations').find(({ _id }) => _id === declarationId)).toMatchObject({ status: 'closed' }); // prettier-ignore
  expect(township.documents<{ _id: string }>('returnees').find(({ _id }) => _id === personKey)).toMatchObject(
    {
      openDeclarationId: null,
      openObservationId: null,
    },
  );
  const grid = stored(observation).gridId;
  const after = township.documents<Counts>('return_counts').find(({ _id }) => _id === grid)!;
  expect(after.released! - (before?.released ?? 0)).toBe(1);
  expect(after.measures!.homeObservation! - (before?.measures?.homeObservation ?? 0)).toBe(-1);
});

describe('who takes a step', () => {
  test('the one who proposed does not check, the one who checked does not approve', async () => {
    const observation = finish(township);
    // One person who is grid leader and officer at once.
    const both = leader();
    await township.tamper('accounts', { _id: both.openid }, { $push: { posts: { postId: 'p-both', role: 'townOfficer', gridId: township.town.gridId, gridPath: [township.town.gridId] } } }); // prettier-ignore
    const proposed = await both.get('release', 'propose', seen(await shown(both, observation)));
    expect(proposed.mine).toEqual({ step: null, whyNot: '前面一步是您办的。三步要由三个不同的人来办' });
    const refused = {
      ok: false,
      error: { code: 'CONFLICT', message: '前面一步是您办的。三步要由三个不同的人来办' },
    };
    expect(await both.call('release', 'check', seen(proposed))).toEqual(refused);
    const checked = await officer().get('release', 'check', seen(proposed));
    expect(await officer().call('release', 'approve', seen(checked))).toEqual(refused);
    expect(await both.call('release', 'approve', seen(checked))).toEqual(refused);
    expect(stored(observation).status).toBe('releasing');
    expect(release(observation)).toMatchObject({ status: 'checked', approved: null });
  });

  test.each([
    ['the same phone number', (account: Account): Partial<Account> => ({ phoneIndex: account.phoneIndex })],
    [
      'the same papers on file',
      (account: Account): Partial<Account> => ({
        householdId: account.householdId,
        personId: account.personId ?? null,
      }),
    ],
  ])('a second WeChat with %s is the same person', async (title, same) => {
    const observation = finish(township);
    const proposed = await member().get('release', 'propose', seen(await shown(member(), observation)));
    const checker = township.as(township.holderOf('townOfficer', [township.town.gridId], `first ${title}`));
    const { there } = township;
    await township.tamper('accounts', { _id: checker.openid }, { $set: { phoneIndex: `index of ${title}`, householdId: there.householdId, personId: null } }); // prettier-ignore
    const checked = await checker.get('release', 'check', seen(proposed));
    const account = township.documents<Account>('accounts').find(({ _id }) => _id === checker.openid)!;
    const second = township.as(township.holderOf('townOfficer', [township.town.gridId], `second ${title}`));
    await township.tamper('accounts', { _id: second.openid }, { $set: same(account) });
    expect(await second.call('release', 'approve', seen(checked))).toMatchObject({
      error: { code: 'CONFLICT', message: '前面一步是您办的。三步要由三个不同的人来办' },
    });
    expect((await headquarters().get('release', 'approve', seen(checked))).status).toBe('approved');
  });

  test('nobody releases their own family', async () => {
    const observation = finish(township);
    const own = township.as(township.holderOf('gridMember', township.here.gridPath, 'own'));
    const { householdId } = observation;
    await township.tamper('accounts', { _id: own.openid }, { $set: { householdId } });
    const view = await shown(own, observation);
    expect(view.mine).toEqual({ step: null, whyNot: '自己家的人，要请别人来办' });
    expect(await own.call('release', 'propose', seen(view))).toMatchObject({
      error: { code: 'CONFLICT', message: '自己家的人，要请别人来办' },
    });
  });

  test('somebody from another village finds nobody, in any step', async () => {
    const observation = finish(township);
    const view = await shown(member(), observation);
    const strangers = [
      township.as(township.holderOf('gridMember', township.there.gridPath)),
      township.as(township.holderOf('gridLeader', township.there.gridPath)),
    ];
    for (const stranger of strangers) {
      for (const reply of [
        await stranger.call('release', 'propose', seen(view)),
        await stranger.call('release', 'show', { observationId: observation._id }),
      ])
        expect(reply).toEqual({
          ok: false,
          error: { code: 'NOT_FOUND', message: '没有找到这个人的观察记录' },
        });
      const { rows } = await stranger.get('release', 'ready', {});
      expect(rows.map(({ observationId }) => observationId)).not.toContain(observation._id);
    }
    const officerThere = township.as(township.holderOf('townOfficer', township.there.gridPath));
    for (const action of ['check', 'approve'] as const)
      expect(await officerThere.call('release', action, seen(view))).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    expect(release(observation)).toBeUndefined();
  });
});

describe('a step is taken once, over what was seen', () => {
  test('a double tap, and a late repeat, are the same step', async () => {
    const observation = finish(township);
    const input = seen(await shown(member(), observation));
    const answers = await Promise.all([1, 2, 3, 4].map(() => member().get('release', 'propose', input)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['proposed']));
    const checked = await officer().get('release', 'check', seen(answers[0]!));
    expect((await member().get('release', 'propose', input)).version).toBe(checked.version);
    expect(release(observation)!.history).toHaveLength(2);
    const approve = seen(checked);
    const both = await Promise.all([1, 2].map(() => headquarters().get('release', 'approve', approve)));
    expect(new Set(both.map(({ certificateId }) => certificateId)).size).toBe(1);
    expect(
      township
        .documents<{ observationId: string }>('certificates')
        .filter((one) => one.observationId === observation._id),
    ).toHaveLength(1);
  });

  test('two at once: one takes it, the other is told to look again', async () => {
    const observation = finish(township);
    const view = await shown(member(), observation);
    const replies = await Promise.all([
      member().call('release', 'propose', seen(view)),
      leader().call('release', 'propose', seen(view)),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.message)).sort()).toEqual([
      'ok',
      '记录刚有变动，请看过最新内容再办',
    ]);
  });

  test('a record that changed since it was seen is not attested blindly', async () => {
    const observation = finish(township);
    const view = await shown(member(), observation);
    await township.tamper('observations', { _id: observation._id }, { $set: { version: view.version + 1 } });
    expect(await member().call('release', 'propose', seen(view))).toMatchObject({
      error: { code: 'CONFLICT', message: '记录刚有变动，请看过最新内容再办' },
    });
  });

  test('no step is skipped or taken again', async () => {
    const observation = finish(township);
    const view = await shown(member(), observation);
    const tooEarly = await Promise.all([
      officer().call('release', 'check', seen(view)),
      officer().call('release', 'approve', seen(view)),
      officer().call('release', 'sendBack', { ...seen(view), reason: '记录不全' }),
    ]);
    expect(tooEarly.map((reply) => !reply.ok && reply.error.message)).toEqual([
      '这一步已经办过了，或者村里还没有提出',
      '这一步已经办过了，或者镇里还没有审核',
      '现在没有可以退回的',
    ]);
    const proposed = await member().get('release', 'propose', seen(view));
    expect(await headquarters().call('release', 'approve', seen(proposed))).toMatchObject({
      error: { code: 'CONFLICT', message: '这一步已经办过了，或者镇里还没有审核' },
    });
    expect(await leader().call('release', 'propose', seen(proposed))).toMatchObject({
      error: { code: 'CONFLICT', message: '已经提出过了，在等镇里办' },
    });
  });
});

describe('a return', () => {
  test('goes back to the village with its reason from either step; the record goes on, and all three steps are taken anew', async () => {
    const observation = finish(township);
    const proposed = await member().get('release', 'propose', seen(await shown(member(), observation)));
    const back = { ...seen(proposed), reason: '第 7 天的核酸请附上报告' };
    const returned = await officer().get('release', 'sendBack', back);
    expect(await officer().get('release', 'sendBack', back)).toEqual(returned);
    expect(returned).toMatchObject({ status: 'returned', certificateId: null });
    expect(stored(observation).status).toBe('active');
    const { rows } = await member().get('release', 'ready', {});
    expect(rows.find(({ observationId }) => observationId === observation._id)).toMatchObject({
      returnReason: '第 7 天的核酸请附上报告',
      obstacles: [],
    });

    const again = await member().get('release', 'propose', seen(await shown(member(), observation)));
    const checked = await officer().get('release', 'check', seen(again));
    const fromTheTop = await headquarters().get('release', 'sendBack', {
      ...seen(checked),
      reason: '请再核对住址',
    });
    expect(fromTheTop.status).toBe('returned');
    expect(release(observation)).toMatchObject({ proposed: null, checked: null });

    const last = await releaseOf(township, observation);
    expect(last.history.map(({ what }) => what)).toEqual([
      'propose', 'return', 'propose', 'check', 'return', 'propose', 'check', 'approve',
    ]); // prettier-ignore
    expect(last.history.map(({ reason }) => reason).filter(Boolean)).toEqual([
      '第 7 天的核酸请附上报告',
      '请再核对住址',
    ]);
    expect(await officer().call('release', 'sendBack', { ...seen(last), reason: '晚了' })).toMatchObject({
      error: { code: 'CONFLICT', message: '现在没有可以退回的' },
    });
  });
});

test('every look and step leaves an entry about the person', async () => {
  const observation = finish(township);
  await releaseOf(township, observation);
  const entries = township
    .documents<{ action: string; personId: string; householdId: string; outcome: string }>('audit')
    .filter(({ personId, action }) => personId === observation.personId && action.startsWith('release.'))
    .map(({ action }) => action);
  expect(entries).toEqual(
    expect.arrayContaining(['release.show', 'release.propose', 'release.check', 'release.approve']),
  );
});

test('somebody in central quarantine is released in three steps as well, without a reading', async () => {
  const observation = finish(township, ({ decision }) => ({
    measure: 'centralQuarantine',
    decision: { ...decision, measure: 'centralQuarantine' },
    slots: {},
    tests: [],
  }));
  const first = await shown(member(), observation);
  expect(first).toMatchObject({ obstacles: [], slots: [], counts: { normalTemperatures: 0 } });
  const proposed = await member().get('release', 'propose', seen(first));
  const checked = await officer().get('release', 'check', seen(proposed));
  expect((await headquarters().get('release', 'approve', seen(checked))).status).toBe('approved');
});
