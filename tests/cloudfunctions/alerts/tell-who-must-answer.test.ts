import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { putAlert } from '../../support/alerts';
import { allowMessages, messagesTo } from '../../support/messages';
import { useTownship } from '../../support/township';

const township = useTownship({ timers: false });
const MINUTE = 60_000;
const USE = 'alertRaised' as const;

/** Who holds a role over the place of the household's alerts in earnest. */
const answerers = (role: AlertDocument['level']): string[] =>
  township
    .documents<PostDocument>('posts')
    .filter((post) => post.role === role && post.status === 'active' && here().includes(post.gridId))
    .flatMap(({ openid }) => openid ?? []);
const here = () => township.here.team.gridPath;
const raise = (changes: Partial<AlertDocument> = {}) => {
  const messageDue = new Date(township.simulator.clock.now() + 8 * 60 * MINUTE).toISOString();
  return putAlert(township, township.here.householdId, {
    messageDue: `${messageDue.slice(0, 19)}+08:00`,
    ...changes,
  });
};
const stored = (alertId: string) =>
  township.documents<AlertDocument>('alerts').find(({ _id }) => _id === alertId)!;
const tick = () => township.simulator.fireTimer('alerts');
const told = (openid: string, alertId: string) =>
  messagesTo(township, openid).filter(({ page }) => page!.includes(encodeURIComponent(alertId)));
const left = async (openid: string) =>
  (await township.as(openid).get('channels', 'messages', { uses: [USE] })).offers[0]?.left;

/** What an earlier test left open would take messages too. */
beforeEach(() =>
  township.tamper('alerts', {}, { $set: { status: 'closed', climbsAt: null, messageDue: null } }),
);

test('the doctor is told at once and once, however many timers run; the message names the place and nobody', async () => {
  const [doctor] = answerers('villageDoctor');
  await allowMessages(township, doctor!, USE, USE);
  const alertId = raise();
  await Promise.all([tick(), tick(), tick()]);
  await tick();
  const messages = told(doctor!, alertId);
  expect(messages).toHaveLength(1);
  const { name, version } = stored(alertId);
  const words = JSON.stringify(messages[0]!.content);
  expect(words).toContain(township.here.name);
  expect(words).not.toContain(name);
  expect(words).not.toContain('38.2');
  // Whoever had the alert open can still take it.
  expect(version).toBe(1);
  expect(await left(doctor!)).toBe(1);
  for (const leader of answerers('gridLeader')) expect(told(leader, alertId)).toEqual([]);
});

test('when the duty climbs, those to whom it climbs are told, and it is said that nobody took it', async () => {
  const [leader] = answerers('gridLeader');
  await allowMessages(township, leader!, USE);
  const alertId = raise();
  await tick();
  await township.simulator.clock.advance(31 * MINUTE);
  await tick();
  expect(stored(alertId)).toMatchObject({ level: 'gridLeader', messageDue: null });
  expect(told(leader!, alertId)).toEqual([
    expect.objectContaining({
      content: expect.objectContaining({ thing4: '前面的人没有接，点这里处理' }) as object,
    }),
  ]);
});

test('one that somebody took before the timer came is told to nobody', async () => {
  const [doctor] = answerers('villageDoctor');
  await allowMessages(township, doctor!, USE);
  const alertId = raise();
  await township.as(doctor!).get('alerts', 'acknowledge', { alertId });
  await tick();
  expect(told(doctor!, alertId)).toEqual([]);
});

test('who allowed none gets none, and the alert stands on the pages as ever', async () => {
  const alertId = raise();
  for (const doctor of answerers('villageDoctor'))
    await township.tamper('message_credits', { _id: { $regex: `^${doctor}:` } }, { $set: { left: 0 } });
  await tick();
  for (const doctor of answerers('villageDoctor')) expect(told(doctor, alertId)).toEqual([]);
  expect(stored(alertId)).toMatchObject({ status: 'open', messageDue: null });
});

test('nobody elsewhere is told', async () => {
  const elsewhere = township
    .documents<PostDocument>('posts')
    .filter(
      ({ role, gridId, openid }) => role === 'villageDoctor' && !here().includes(gridId) && openid !== null,
    )
    .map(({ openid }) => openid!)
    .filter((openid) => !answerers('villageDoctor').includes(openid));
  expect(elsewhere.length).toBeGreaterThan(0);
  for (const openid of elsewhere) await allowMessages(township, openid, USE);
  const alertId = raise();
  await tick();
  for (const openid of elsewhere) expect(told(openid, alertId)).toEqual([]);
});
