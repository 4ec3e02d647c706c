import type { HouseholdView } from '../../../cloudfunctions/contracts';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { changeForm, enrolForm, member, requestId, residentId, unchanged } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const stranger = () => township.as(township.holderOf('gridMember', township.there.team.gridPath));

let families = 0;
const enrolled = async (): Promise<HouseholdView> => {
  families += 1;
  return township
    .as(`o-family-${families}`)
    .get('registration', 'enrol', enrolForm(township.here.team.gridId));
};
const act = ({ householdId, version }: HouseholdView) => ({ requestId: requestId(), householdId, version });

afterEach(() => {
  expect(countersOf(township)).toEqual(countedFiles(township));
});

describe('verifying', () => {
  test('moves the file and its count; the same tap again answers the same', async () => {
    const file = await enrolled();
    const input = act(file);
    const verified = await gridMember().get('registration', 'verify', input);
    expect(verified).toMatchObject({ status: 'verified', version: 2 });
    expect(verified.verifiedAt).not.toBeNull();
    expect(await gridMember().get('registration', 'verify', input)).toEqual(verified);
  });

  test('four taps at once verify once', async () => {
    const input = act(await enrolled());
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => gridMember().get('registration', 'verify', input)),
    );
    expect(answers.map(({ version }) => version)).toEqual([2, 2, 2, 2]);
  });

  test('a file that changed since it was seen is not verified blindly', async () => {
    const file = await enrolled();
    const family = township.as(`o-family-${families}`);
    await family.get('registration', 'changeMyHousehold', changeForm(file, { address: '19 号' }));
    const reply = await gridMember().call('registration', 'verify', act(file));
    expect(reply).toEqual({
      ok: false,
      error: { code: 'CONFLICT', message: '别人刚改过，请看过最新内容再改' },
    });
  });

  test('two officers at once with different taps: one verifies, the other is told', async () => {
    const file = await enrolled();
    const leader = township.as(township.holderOf('gridLeader', township.here.gridPath));
    const replies = await Promise.all([
      gridMember().call('registration', 'verify', act(file)),
      leader.call('registration', 'returnToHousehold', { ...act(file), reason: '门牌不对' }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
  });

  test('a verified file is not verified twice', async () => {
    const verified = await gridMember().get('registration', 'verify', act(await enrolled()));
    expect(await gridMember().call('registration', 'verify', act(verified))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });

  test('somebody from another village finds no such file, in any action', async () => {
    const file = await enrolled();
    const { householdId } = file;
    const replies = await Promise.all([
      stranger().call('registration', 'household', { householdId }),
      stranger().call('registration', 'verify', act(file)),
      stranger().call('registration', 'returnToHousehold', { ...act(file), reason: '不是我村的' }),
      stranger().call('registration', 'correct', { ...changeForm(file), householdId, reason: '改一改' }),
      stranger().call('registration', 'openNumber', {
        householdId,
        personId: file.people[0]!.personId,
        field: 'phone',
        reason: '想打电话',
      }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual(
      Array<string>(5).fill('NOT_FOUND'),
    );
    const missing = await stranger().call('registration', 'verify', { ...act(file), householdId: 'h-none' });
    expect(missing).toEqual(replies[1]);
  });
});

describe('returning', () => {
  test('tells the household why; its correction waits again, with a fresh turn', async () => {
    const file = await enrolled();
    const reason = '少登记了一位老人';
    const returned = await gridMember().get('registration', 'returnToHousehold', { ...act(file), reason });
    const family = township.as(`o-family-${families}`);
    expect(await family.get('registration', 'myHousehold', {})).toMatchObject({
      status: 'returned',
      returnReason: reason,
    });
    await township.simulator.clock.advance(60_000);
    const changed = await family.get('registration', 'changeMyHousehold', changeForm(returned));
    expect(changed).toMatchObject({ status: 'submitted', returnReason: null });
    expect(changed.submittedAt > file.submittedAt).toBe(true);
  });
});

describe('correcting at the door', () => {
  const correct = (file: HouseholdView, more: Partial<ReturnType<typeof changeForm>> = {}) =>
    gridMember().call('registration', 'correct', {
      ...changeForm(file, more),
      householdId: file.householdId,
      reason: '上门核对后更正',
    });

  test('keeps the state; numbers left out stay as they were', async () => {
    const file = await enrolled();
    const reply = await correct(file, { address: '20 号' });
    expect(reply).toMatchObject({ ok: true, data: { status: 'submitted', address: '20 号', version: 2 } });
    if (reply.ok) expect(reply.data.people).toEqual(file.people);
  });

  test('adds one person once, also when it is sent twice, and takes off who is left out', async () => {
    const file = await enrolled();
    const baby = member({ name: '王一', relation: 'child', papers: { type: 'residentId', number: residentId('2026-01-02') } }); // prettier-ignore
    const input = {
      ...changeForm(file, { people: [unchanged(file)[0]!, baby] }),
      householdId: file.householdId,
      reason: '添了孩子',
      guardianTold: true,
    };
    const first = await gridMember().get('registration', 'correct', input);
    const again = await gridMember().get('registration', 'correct', input);
    expect(first.people.map(({ name }) => name)).toEqual(['王大成', '王一']);
    expect(again).toEqual(first);
  });

  test('may make somebody else the head, whom the village can call', async () => {
    const file = await enrolled();
    const [, wife] = unchanged(file);
    const alone = (phone?: string) => [
      { ...wife!, relation: 'head' as const, ...(phone !== undefined && { phone }) },
    ];
    expect(await correct(file, { people: alone() })).toMatchObject({
      error: { fields: { 'people.0.phone': '请填写户主的手机号' } },
    });
    expect(await correct(file, { people: alone('15480000003') })).toMatchObject({
      data: { people: [{ name: '王芳', relation: 'head', phoneMask: '154****0003' }] },
    });
  });

  test('may move a file between own grids, not into another’s', async () => {
    const file = await enrolled();
    const leader = township.as(township.holderOf('gridLeader', township.here.gridPath));
    const teams = (await leader.get('township', 'grids', { parentId: township.here.gridId })).grids;
    const moved = await leader.get('registration', 'correct', {
      ...changeForm(file, { gridId: teams[1]!.id }),
      householdId: file.householdId,
      reason: '登记错了组',
    });
    expect(moved).toMatchObject({ gridId: teams[1]!.id, place: teams[1]!.pathNames.join(' ') });
    expect(
      await gridMember().call('registration', 'household', { householdId: file.householdId }),
    ).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    const reply = await leader.call('registration', 'correct', {
      ...changeForm(moved, { gridId: township.there.team.gridId }),
      householdId: file.householdId,
      reason: '搬走了',
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { gridId: expect.any(String) as string } },
    });
  });
});

test('twenty households through mixed acts at once: counters and files agree', async () => {
  const files = await Promise.all(Array.from({ length: 20 }, () => enrolled()));
  await Promise.all(
    files.flatMap((file, n) => {
      const input = act(file);
      if (n % 3 === 0) return [gridMember().call('registration', 'verify', input), gridMember().call('registration', 'verify', input)]; // prettier-ignore
      if (n % 3 === 1) return [gridMember().call('registration', 'returnToHousehold', { ...input, reason: '请补照片' })]; // prettier-ignore
      return [
        gridMember().call('registration', 'verify', input),
        gridMember().call('registration', 'returnToHousehold', { ...act(file), reason: '请补电话' }),
      ];
    }),
  );
});
