import type { RunDocument } from '../../../cloudfunctions/messages/run.document';
import { newRequestId } from '../../support/forms';
import { allowMessages, messagesTo } from '../../support/messages';
import { publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';
import { enrolIn, type Enrolled } from '../matrix/samples';

const DAY = '2026-11-24';
const township = useTownship({ timers: false });
let family: Enrolled;
beforeEach(async () => {
  // What other tests left under way would come up again.
  await township.tamper('notices', {}, { $set: { status: 'withdrawn', wakesAt: '' } });
  await township.tamper('message_runs', {}, { $set: { wakesAt: '' } });
  await at(`${DAY}T08:00:00`);
  family = await enrolIn(township, township.here);
});

const at = (moment: string) => township.simulator.clock.set(`${moment}+08:00`);
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
/** Both timers, as they follow one another. */
const tick = async () => {
  await township.simulator.fireTimer('publishing');
  await township.simulator.fireTimer('channels');
};
const publish = (changes: Parameters<typeof publishIn>[2] = {}) =>
  publishIn(township, [township.here.gridId], changes);
const received = (openid = family.openid) => messagesTo(township, openid).map(({ templateId }) => templateId);
const receiptOf = (noticeId: string) =>
  sheetsOf(township, noticeId).flatMap(({ receipts }) => receipts[family.householdId] ?? [])[0];
const left = async (use: 'noticeOut' | 'noticeReminder') =>
  (await township.as(family.openid).get('channels', 'messages', { uses: [use] })).offers[0]?.left;
const OUT = 'cunan-notice-out';
const REMINDER = 'cunan-notice-reminder';
const twice = ['noticeOut', 'noticeOut'] as const;

test('a household whose phone allowed it gets one message, which opens the notice and counts as delivered', async () => {
  await allowMessages(township, family.openid, ...twice);
  const { noticeId } = await publish({ title: '明天上午给六十岁以上的老人打流感疫苗请带身份证' });
  await Promise.all([tick(), tick(), tick()]);
  await tick();
  expect(messagesTo(township, family.openid)).toEqual([
    expect.objectContaining({
      templateId: OUT,
      page: `packages/notices/notice/index?noticeId=${noticeId}&gridId=${family.gridId}`,
      content: expect.objectContaining({
        thing1: '明天上午给六十岁以上的老人打流感疫苗请带',
        time3: '2026年11月24日 08:00',
      }) as object,
    }),
  ]);
  expect(receiptOf(noticeId)?.delivered).toContain(`${DAY}T08:00:`);
  expect(receiptOf(noticeId)?.opened).toBeNull();
  expect(await left('noticeOut')).toBe(1);
});

test('who allowed none gets none, and is not delivered: the household stands on the list', async () => {
  const { noticeId } = await publish();
  await tick();
  expect(received()).toEqual([]);
  expect(receiptOf(noticeId)?.delivered).toBeNull();
});

test('of the phones of a household one gets it', async () => {
  const second = `${family.openid}-second`;
  const [own] = township.documents<{ _id: string }>('accounts').filter(({ _id }) => _id === family.openid);
  township.simulator.database.insertMany('accounts', [{ ...own!, _id: second, personId: family.memberId }]);
  for (const openid of [family.openid, second]) await allowMessages(township, openid, ...twice);
  await publish();
  await tick();
  expect([...received(), ...received(second)]).toHaveLength(1);
});

test('the last message of a phone waits for something urgent', async () => {
  await allowMessages(township, family.openid, 'noticeOut');
  await publish();
  await tick();
  expect(received()).toEqual([]);
  const urgent = await publish({ kind: 'urgent', title: '河水上涨，马上转移' });
  await township
    .as(township.holderOf('gridLeader', township.here.gridPath, '2'))
    .get('publishing', 'decide', {
      requestId: newRequestId(),
      noticeId: urgent.noticeId,
      version: urgent.version,
      agreed: true,
    });
  await tick();
  expect(messagesTo(township, family.openid)).toEqual([
    expect.objectContaining({
      content: expect.objectContaining({ thing1: '【紧急】河水上涨，马上转移' }) as object,
    }),
  ]);
});

test('WeChat knows of none: the ledger says so too, and nothing counts as delivered', async () => {
  await township.as(family.openid).get('channels', 'keepMessages', { accepted: [...twice, 'noticeOut'] });
  const { noticeId } = await publish();
  await tick();
  expect(await left('noticeOut')).toBe(0);
  expect(receiptOf(noticeId)?.delivered).toBeNull();
});

test('a notice of the evening rings nobody out of bed', async () => {
  await allowMessages(township, family.openid, ...twice);
  await at(`${DAY}T22:30:00`);
  await publish();
  await tick();
  expect(received()).toEqual([]);
  await at('2026-11-25T07:00:00');
  await tick();
  expect(received()).toEqual([OUT]);
});

test('a timer that was killed while messages left tells nobody twice: whom it left out stands on the list', async () => {
  await allowMessages(township, family.openid, ...twice);
  const { noticeId } = await publish();
  // As it stands when a timer is killed right behind its first batch.
  const cursor = sheetsOf(township, noticeId)
    .map(({ _id }) => _id)
    .sort()
    .at(-1)!;
  await township.tamper('message_runs', { _id: `${noticeId}:out` }, { $set: { cursor } });
  await tick();
  await tick();
  expect(received()).toEqual([]);
  expect(
    township.documents<RunDocument>('message_runs').find(({ _id }) => _id === `${noticeId}:out`),
  ).toMatchObject({ wakesAt: '', sent: 0 });
});

test('people on duty get theirs on their own phone, and are reminded by the clock until they know it', async () => {
  const member = township
    .documents<{ role: string; gridPath: string[]; openid: string | null; status: string }>('posts')
    .find(
      ({ role, gridPath, openid, status }) =>
        role === 'gridMember' &&
        gridPath.includes(township.here.gridId) &&
        openid !== null &&
        status === 'active',
    )!.openid!;
  await allowMessages(township, member, ...twice);
  await allowMessages(township, member, 'noticeReminder', 'noticeReminder');
  const teams = township
    .documents<{ _id: string; parentId: string | null }>('grids')
    .filter(({ parentId }) => parentId === township.here.gridId)
    .map(({ _id }) => _id);
  const { noticeId } = await publish({
    audience: { gridIds: teams, roles: ['gridMember'], households: false, tags: [] },
  });
  await tick();
  await tick();
  expect(messagesTo(township, member)).toEqual([
    expect.objectContaining({
      templateId: OUT,
      page: `packages/notices/notice/index?noticeId=${noticeId}&gridId=staff`,
    }),
  ]);
  const receipt = () =>
    sheetsOf(township, noticeId).find(({ gridId }) => gridId === 'staff')!.receipts[member]!;
  expect(receipt().delivered).toContain(`${DAY}T08:00:`);
  await at(`${DAY}T09:00:00`);
  await tick();
  expect(messagesTo(township, member).at(-1)).toMatchObject({
    templateId: REMINDER,
    content: { thing3: '您还没有按我看懂了' },
  });
  await township.as(member).get('notices', 'staffConfirm', { noticeId });
  await at(`${DAY}T18:00:00`);
  await tick();
  expect(received(member)).toEqual([OUT, REMINDER]);
});

describe('reminders', () => {
  const allow = (times: number) =>
    allowMessages(
      township,
      family.openid,
      ...Array.from({ length: Math.min(3, times) }, () => 'noticeReminder' as const),
    );

  test('go out at the town’s hours to those who do not know yet, until they do', async () => {
    await allow(3);
    const { noticeId } = await publish();
    await tick();
    await at(`${DAY}T08:59:00`);
    await tick();
    expect(received()).toEqual([]);
    await at(`${DAY}T09:00:00`);
    await Promise.all([tick(), tick()]);
    await tick();
    expect(messagesTo(township, family.openid)).toEqual([
      expect.objectContaining({
        templateId: REMINDER,
        content: expect.objectContaining({ thing3: '您家还没有按我看懂了' }) as object,
      }),
    ]);
    await township.as(family.openid).get('notices', 'confirm', { noticeId });
    await at(`${DAY}T18:00:00`);
    await tick();
    expect(received()).toEqual([REMINDER]);
  });

  test('of a timer that stood still wait for the morning', async () => {
    await allow(3);
    await publish();
    await tick();
    await at(`${DAY}T23:30:00`);
    await tick();
    expect(received()).toEqual([]);
    await at('2026-11-25T07:00:00');
    await tick();
    expect(received()).toEqual([REMINDER]);
  });

  test('end with the notice: withdrawn or past its day nobody is reminded', async () => {
    await allow(3);
    const withdrawn = await publish();
    await publish({ validUntil: DAY });
    await tick();
    await leader().get('publishing', 'withdraw', {
      requestId: newRequestId(),
      noticeId: withdrawn.noticeId,
      version: withdrawn.version,
      reason: '日期写错了',
    });
    await at('2026-11-25T09:00:00');
    await tick();
    expect(received()).toEqual([]);
  });

  test('leave the version alone: whoever had the page open since publishing can withdraw', async () => {
    const notice = await publish();
    await at(`${DAY}T18:00:00`);
    await tick();
    const act = {
      requestId: newRequestId(),
      noticeId: notice.noticeId,
      version: notice.version,
      reason: '写错了',
    };
    expect(await leader().get('publishing', 'withdraw', act)).toMatchObject({ status: 'withdrawn' });
  });

  test('the office sets the hours and how many a day; a village’s officer has no say', async () => {
    const settings = { hours: ['12:00'], times: 2, urgentEveryMinutes: 60, aDay: 1, keptForUrgent: 0 };
    const villageOffice = township.as(township.holderOf('townOfficer', township.here.gridPath));
    expect(await villageOffice.call('channels', 'changeReminderSettings', settings)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    const office = township.as(township.holderOf('townOfficer', [township.town.gridId]));
    await office.get('channels', 'changeReminderSettings', settings);
    expect(await leader().get('channels', 'reminderSettings', {})).toEqual(settings);
    await allow(3);
    await Promise.all([publish(), publish()]);
    await tick();
    await at(`${DAY}T12:00:00`);
    await tick();
    await tick();
    // Two notices, one message that day.
    expect(received()).toEqual([REMINDER]);
    await at('2026-11-25T12:00:00');
    await tick();
    expect(received()).toEqual([REMINDER, REMINDER]);
    await at('2026-11-26T12:00:00');
    await tick();
    expect(received()).toHaveLength(2);
  });

  test('can be asked for by hand, once a tap, in one’s own grids', async () => {
    await allow(3);
    const { noticeId } = await publish();
    await tick();
    const form = { requestId: newRequestId(), noticeId };
    const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
    const answers = await Promise.all([1, 2].map(() => member.get('reach', 'remind', form)));
    expect(new Set(answers.map(({ left: unknown }) => unknown)).size).toBe(1);
    expect(
      await leader().call('reach', 'remind', { ...form, requestId: newRequestId(), gridId: family.gridId }),
    ).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await tick();
    await tick();
    expect(received()).toEqual([REMINDER]);
    const elsewhere = township.as(township.holderOf('gridLeader', township.there.gridPath));
    expect(await elsewhere.call('reach', 'remind', { ...form, requestId: newRequestId() })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
