import { enrolForm, newRequestId } from '../../support/forms';
import { publishIn } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const phone = () => township.as(here().resident);

const publish = async (title: string) => {
  const notice = await publishIn(township, [here().gridId], { title });
  await phone().get('notices', 'inbox', {});
  return notice;
};
const titles = async (): Promise<string[]> =>
  (await phone().get('notices', 'saved', {})).rows.map(({ title }) => title);

beforeEach(async () => {
  for (const { noticeId } of (await phone().get('notices', 'saved', {})).rows)
    await phone().get('notices', 'save', { noticeId, saved: false });
});

test('what was saved last stands first, and saved twice it stands there once', async () => {
  const first = await publish('停水两天');
  const second = await publish('停电一晚');
  for (const { noticeId } of [first, second, first])
    await phone().get('notices', 'save', { noticeId, saved: true });
  expect(await titles()).toEqual(['停电一晚', '停水两天']);
});

test('two taps at once on a new list keep both notices', async () => {
  const both = [await publish('一号通知'), await publish('二号通知')];
  await Promise.all(both.map(({ noticeId }) => phone().get('notices', 'save', { noticeId, saved: true })));
  expect((await titles()).sort()).toEqual(['一号通知', '二号通知']);
});

test('taken off it is gone, and taking it off again does nothing', async () => {
  const { noticeId } = await publish('停水两天');
  await phone().get('notices', 'save', { noticeId, saved: true });
  await phone().get('notices', 'save', { noticeId, saved: false });
  await phone().get('notices', 'save', { noticeId, saved: false });
  expect(await titles()).toEqual([]);
});

test('one that was withdrawn since says so', async () => {
  const { noticeId } = await publish('明天集合');
  await phone().get('notices', 'save', { noticeId, saved: true });
  const leader = township.as(township.holderOf('gridLeader', here().gridPath));
  const { version } = await leader.get('publishing', 'show', { noticeId });
  await leader.get('publishing', 'withdraw', {
    requestId: newRequestId(),
    noticeId,
    version,
    reason: '时间写错了',
  });
  expect((await phone().get('notices', 'saved', {})).rows[0]).toMatchObject({
    noticeId,
    status: 'withdrawn',
  });
});

test('a notice to another village can’t be saved, nor can one that is not there', async () => {
  const { noticeId } = await publish('只给这个村');
  const there = township.as(township.there.resident);
  for (const id of [noticeId, 'nothing'])
    expect(await there.call('notices', 'save', { noticeId: id, saved: true })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  expect((await there.get('notices', 'saved', {})).rows).toEqual([]);
});

test('a hundred are enough, and the phone is told what to do', async () => {
  const { noticeId } = await publish('第一百零一条');
  const full = Array.from({ length: 100 }, (_, i) => `old-${i}`);
  await township.tamper('saved_notices', { _id: here().resident }, { $set: { noticeIds: full } });
  expect(await phone().call('notices', 'save', { noticeId, saved: true })).toMatchObject({
    error: { code: 'CONFLICT', message: '收藏最多 100 条，请先取消几条旧的' },
  });
  await township.tamper('saved_notices', { _id: here().resident }, { $set: { noticeIds: [] } });
});

test('a deleted account takes what it saved along', async () => {
  const { noticeId } = await publish('停水两天');
  const leaving = township.as('o-saves-and-leaves');
  await leaving.get('registration', 'enrol', enrolForm(here().team.gridId, { members: [] }));
  await leaving.get('notices', 'open', { noticeId });
  await leaving.get('notices', 'save', { noticeId, saved: true });
  await leaving.get('registration', 'deleteAccount', { understood: true });
  const left = township.documents<{ _id: string }>('saved_notices').map(({ _id }) => _id);
  expect(left).not.toContain(leaving.openid);
});
