import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { InvitationDocument } from '../../../cloudfunctions/registration/invitation.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { useTownship } from '../../support/township';
import { enrolForm, member, residentId } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
const consent = { version: CONSENT_VERSION } as const;
const WRONG = '邀请码不对，或者已经过期、用过。请让户主再给您一个';
let families = 0;

async function family() {
  families += 1;
  const head = township.as(`o-inviting-${families}`);
  const child = member({
    name: '王小妹',
    relation: 'child',
    papers: { type: 'residentId', number: residentId('2018-05-06') },
  });
  const form = enrolForm(township.here.team.gridId, {
    members: [member(), child],
    consent: { ...consent, guardianForChildren: true },
  });
  const { people, householdId } = await head.get('registration', 'enrol', form);
  const [headId, wifeId, childId] = people.map(({ personId }) => personId) as [string, string, string];
  return { head, householdId, headId, wifeId, childId, wife: township.as(`o-invited-${families}`) };
}
const stranger = () => township.as(`o-guessing-${(families += 1)}`);
const refused = async (reply: Promise<{ ok: boolean }>) => expect(await reply).toMatchObject({ ok: false });

test('a member opens the file on their own phone with the code, however it is typed, and is known by name', async () => {
  const { head, wife, wifeId, householdId } = await family();
  const { code, name } = await head.get('registration', 'invite', { personId: wifeId });
  expect(name).toBe('王芳');
  await wife.get('registration', 'join', {
    code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`,
    consent,
  });
  expect((await wife.get('registration', 'myHousehold', {})).householdId).toBe(householdId);
  expect((await wife.get('home', 'today', {})).name).toBe('王芳');
  const account = township.documents<Account>('accounts').find(({ _id }) => _id === wife.openid);
  expect(account).toMatchObject({ personId: wifeId, consent: { version: CONSENT_VERSION } });
});

test('the code itself is kept nowhere', async () => {
  const { head, wifeId } = await family();
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  expect(JSON.stringify(township.documents<InvitationDocument>('invitations'))).not.toContain(code);
});

test('a code lets one phone in: sent again by the same it is the same, another is refused', async () => {
  const { head, wife, wifeId } = await family();
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  await Promise.all([
    wife.get('registration', 'join', { code, consent }),
    wife.get('registration', 'join', { code, consent }),
  ]);
  await refused(stranger().call('registration', 'join', { code, consent }));
});

test('of two phones at once with one code, one gets in', async () => {
  const { head, wife, wifeId } = await family();
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  const replies = await Promise.all(
    [wife, stranger()].map((phone) => phone.call('registration', 'join', { code, consent })),
  );
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a code ends after a day, and when a new one is made', async () => {
  const { head, wife, wifeId } = await family();
  const old = await head.get('registration', 'invite', { personId: wifeId });
  const fresh = await head.get('registration', 'invite', { personId: wifeId });
  const reply = await wife.call('registration', 'join', { code: old.code, consent });
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { code: WRONG } },
  });
  await township.simulator.clock.advance(24 * 3_600_000 + 1000);
  await refused(wife.call('registration', 'join', { code: fresh.code, consent }));
});

test('tries are counted in the database: after ten wrong ones even the right code has to wait', async () => {
  const { head, wifeId } = await family();
  const guesser = stranger();
  for (let times = 0; times < 10; times += 1)
    await refused(guesser.call('registration', 'join', { code: 'AAAA2222', consent }));
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  const reply = await guesser.call('registration', 'join', { code, consent });
  expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_MANY_REQUESTS' } });
});

test('only the head invites, and nobody under 14', async () => {
  const { head, wife, wifeId, childId, headId } = await family();
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  await wife.get('registration', 'join', { code, consent });
  expect(await wife.call('registration', 'invite', { personId: headId })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
  expect(await head.call('registration', 'invite', { personId: childId })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  const { people, isHead } = await wife.get('registration', 'phones', {});
  expect(isHead).toBe(false);
  expect(people.some(({ mayBeInvited }) => mayBeInvited)).toBe(false);
});

test('a phone that has a household keeps it', async () => {
  const { head, wifeId } = await family();
  const { code } = await head.get('registration', 'invite', { personId: wifeId });
  const neighbour = township.as(township.here.resident);
  expect(await neighbour.call('registration', 'join', { code, consent })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});
