import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { ClaimDocument } from '../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { enrolForm, member, requestId, residentId } from './forms';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';

jest.setTimeout(60_000);

const township = useTownship();
let families = 0;

/** A family with a head on a phone and a wife without one, and a stranger's phone that will say it is hers. */
async function family() {
  families += 1;
  const head = township.as(`o-claimed-head-${families}`);
  const number = residentId('1982-05-06', 'female');
  const wife = member({ name: '王芳', papers: { type: 'residentId', number } });
  const file = await head.get(
    'registration',
    'enrol',
    enrolForm(township.here.team.gridId, { members: [wife] }),
  );
  const claimant = township.as(`o-claimant-${families}`);
  return { head, file, claimant, who: { name: '王芳', papers: { type: 'residentId' as const, number } } };
}
type Family = Awaited<ReturnType<typeof family>>;

const claimForm = ({ who }: Pick<Family, 'who'>, guardianForChildren = false) => ({
  ...who,
  requestId: requestId(),
  phone: '15480009999',
  consent: { version: CONSENT_VERSION, guardianForChildren } as const,
});
const claimOf = (openid: string) =>
  township.documents<ClaimDocument>('claims').find((claim) => claim.openid === openid)!;
const accountOf = (openid: string) =>
  township.documents<Account>('accounts').find(({ _id }) => _id === openid);
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));

/** Puts a family's file back to what an import writes: on the roster, nobody asked, nobody's phone in it. */
async function asRostered({ head, file }: Family): Promise<void> {
  const stands = fileOf(file.householdId);
  await township.tamper(
    'households',
    { _id: file.householdId },
    { $set: { status: 'rostered', consent: null } },
  );
  await township.tamper('coverage', { _id: stands.gridId }, { $inc: { submitted: -1, rostered: 1 } });
  await township.tamper('accounts', { _id: head.openid }, { $set: { householdId: null, personId: null } });
}

describe('who gives papers and name', () => {
  test('that stand in a file is told one character of its head, and nothing else', async () => {
    const { claimant, who } = await family();
    expect(await claimant.get('registration', 'findHousehold', who)).toEqual({ found: { headMask: '王**' } });
  });

  test.each<[string, (who: Family['who']) => Family['who']]>([
    ['with another name', (who) => ({ ...who, name: '王芬' })],
    [
      'with a number nobody has',
      (who) => ({ ...who, papers: { type: 'residentId', number: residentId('1990-01-01') } }),
    ],
  ])('%s is told nothing', async (_, change) => {
    const { claimant, who } = await family();
    expect(await claimant.get('registration', 'findHousehold', change(who))).toEqual({ found: null });
    const reply = await claimant.call('registration', 'claim', claimForm({ who: change(who) }));
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('may look ten times an hour, over all instances', async () => {
    const { claimant, who } = await family();
    for (let times = 0; times < 10; times += 1) await claimant.get('registration', 'findHousehold', who);
    const reply = await claimant.call('registration', 'findHousehold', who);
    expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_MANY_REQUESTS' } });
  });
});

test('until the claim is confirmed the claimant sees nothing; the head confirms, and the same file opens on both phones', async () => {
  const one = await family();
  await one.claimant.get('registration', 'claim', claimForm(one));
  expect(await one.claimant.call('registration', 'myHousehold', {})).toMatchObject({
    error: { code: 'UNREGISTERED' },
  });
  expect((await one.claimant.get('home', 'today', {})).claim).toMatchObject({
    headMask: '王**',
    refused: false,
  });
  expect((await one.head.get('home', 'today', {})).household).toMatchObject({ claims: 1 });

  const [claim] = (await one.head.get('registration', 'phones', {})).claims;
  expect(claim).toMatchObject({ personName: '王芳', phoneMask: '154****9999', rostered: false });
  await one.head.get('registration', 'decideClaimOnMyHousehold', {
    claimId: claim!.claimId,
    decision: 'confirm',
  });

  const file = await one.claimant.get('registration', 'myHousehold', {});
  expect(file).toMatchObject({ householdId: one.file.householdId, status: 'submitted' });
  expect(file.people[1]!.phoneMask).toBe('154****9999');
  expect((await one.claimant.get('home', 'today', {})).claim).toBeNull();
  const { people } = await one.claimant.get('registration', 'phones', {});
  expect(people.map(({ hasPhone, isMe }) => [hasPhone, isMe])).toEqual([[true, false], [true, true]]); // prettier-ignore
});

test('a refused claim opens nothing, tells the claimant, and can be put away', async () => {
  const one = await family();
  await one.claimant.get('registration', 'claim', claimForm(one));
  const { claims } = await gridMember().get('registration', 'claims', {});
  const { claimId } = claims.find(({ householdId }) => householdId === one.file.householdId)!;
  await gridMember().get('registration', 'decideClaim', { claimId, decision: 'refuse' });
  expect((await one.claimant.get('home', 'today', {})).claim).toMatchObject({ refused: true });
  expect(accountOf(one.claimant.openid)).toBeUndefined();
  await one.claimant.get('registration', 'withdrawClaim', {});
  expect(claimOf(one.claimant.openid)).toBeUndefined();
});

test('a rostered household that is claimed and confirmed is registered with the claimant’s consent and phone, and counted so', async () => {
  const one = await family();
  await asRostered(one);
  await one.claimant.get('registration', 'claim', claimForm(one));
  const claimId = claimOf(one.claimant.openid)._id;
  await gridMember().get('registration', 'decideClaim', { claimId, decision: 'confirm' });
  expect(fileOf(one.file.householdId)).toMatchObject({
    status: 'submitted',
    consent: { version: CONSENT_VERSION, by: one.claimant.openid },
  });
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('a rostered household with a child goes back to the claimant who did not consent as guardian', async () => {
  const one = await family();
  await asRostered(one);
  await township.tamper(
    'households',
    { _id: one.file.householdId },
    { $set: { 'people.0.birthDate': '2020-01-01' } },
  );
  await one.claimant.get('registration', 'claim', claimForm(one));
  const claimId = claimOf(one.claimant.openid)._id;
  await gridMember().get('registration', 'decideClaim', { claimId, decision: 'confirm' });
  const file = await one.claimant.get('registration', 'myHousehold', {});
  expect(file.status).toBe('returned');
  expect(file.returnReason).toContain('监护人');
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('sending a claim twice, and pressing 是本人 twice at once, binds one phone once', async () => {
  const one = await family();
  const form = claimForm(one);
  await Promise.all([
    one.claimant.get('registration', 'claim', form),
    one.claimant.get('registration', 'claim', form),
  ]);
  const claimId = claimOf(one.claimant.openid)._id;
  const confirm = () =>
    one.head.call('registration', 'decideClaimOnMyHousehold', { claimId, decision: 'confirm' });
  expect((await Promise.all([confirm(), confirm()])).map(({ ok }) => ok)).toEqual([true, true]);
  expect(fileOf(one.file.householdId).version).toBe(2);
  expect(accountOf(one.claimant.openid)).toMatchObject({ householdId: one.file.householdId, version: 1 });
});

test('two who decide differently at once: one decision stands, the other is told', async () => {
  const one = await family();
  await one.claimant.get('registration', 'claim', claimForm(one));
  const claimId = claimOf(one.claimant.openid)._id;
  const replies = await Promise.all([
    one.head.call('registration', 'decideClaimOnMyHousehold', { claimId, decision: 'confirm' }),
    gridMember().call('registration', 'decideClaim', { claimId, decision: 'refuse' }),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
  const bound = accountOf(one.claimant.openid)?.householdId === one.file.householdId;
  expect(bound).toBe(claimOf(one.claimant.openid).status === 'confirmed');
});

test('whoever has registered elsewhere meanwhile is not bound a second time', async () => {
  const one = await family();
  await one.claimant.get('registration', 'claim', claimForm(one));
  const own = await one.claimant.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  const claimId = claimOf(one.claimant.openid)._id;
  const reply = await one.head.call('registration', 'decideClaimOnMyHousehold', {
    claimId,
    decision: 'confirm',
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  expect(accountOf(one.claimant.openid)).toMatchObject({ householdId: own.householdId });
  expect(claimOf(one.claimant.openid).status).toBe('waiting');
});

test('the grid member of another village finds neither the claim nor a way to decide it', async () => {
  const one = await family();
  await one.claimant.get('registration', 'claim', claimForm(one));
  const there = township.as(township.holderOf('gridMember', township.there.team.gridPath));
  const { claims } = await there.get('registration', 'claims', {});
  expect(claims.some(({ householdId }) => householdId === one.file.householdId)).toBe(false);
  const claimId = claimOf(one.claimant.openid)._id;
  const reply = await there.call('registration', 'decideClaim', { claimId, decision: 'confirm' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});
