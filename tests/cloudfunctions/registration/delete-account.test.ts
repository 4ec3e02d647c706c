import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { allowMessages } from '../../support/messages';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { enrolForm, member, requestId, residentId } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
let phones = 0;
const newPhone = () => township.as(`o-leaving-${(phones += 1)}`);
const understood = { understood: true } as const;
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
const accountOf = (openid: string) =>
  township.documents<Account>('accounts').find(({ _id }) => _id === openid);

test('who lives alone takes the whole file along: nothing personal is left in it, and it is counted no more', async () => {
  const phone = newPhone();
  const { householdId } = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId, { members: [] })); // prettier-ignore
  expect(await phone.get('registration', 'deleteAccount', understood)).toEqual({
    fileErased: true,
    keepsPosts: false,
  });
  expect(accountOf(phone.openid)).toBeUndefined();
  const file = fileOf(householdId);
  expect(file).toMatchObject({ status: 'closed', closedReason: 'left', people: [], papersIndexes: [], consent: null, headName: '' }); // prettier-ignore
  expect(JSON.stringify(file)).not.toContain(phone.openid);
  expect(JSON.stringify(file)).not.toContain('王大成');
  expect(countersOf(township)).toEqual(countedFiles(township));
  expect((await phone.get('home', 'today', {})).household).toBeNull();
});

test('a family’s file stays for the others, without the number, the consent and the phone of who left', async () => {
  const head = newPhone();
  const { householdId, people } = await head.get(
    'registration',
    'enrol',
    enrolForm(township.here.team.gridId),
  );
  const wife = newPhone();
  const { code } = await head.get('registration', 'invite', { personId: people[1]!.personId });
  await wife.get('registration', 'join', { code, consent: { version: CONSENT_VERSION } });

  expect(await head.get('registration', 'deleteAccount', understood)).toEqual({
    fileErased: false,
    keepsPosts: false,
  });
  const file = fileOf(householdId);
  expect(file).toMatchObject({ status: 'submitted', headName: '王大成' });
  expect(file.people[0]).toMatchObject({ phone: null, phoneIndex: null, phoneMask: null });
  expect(file.consent).toMatchObject({ by: '', withdrawnAt: expect.any(String) as string });
  expect(JSON.stringify(file)).not.toContain(head.openid);
  expect(await head.call('registration', 'myHousehold', {})).toMatchObject({
    error: { code: 'UNREGISTERED' },
  });
  expect((await wife.get('registration', 'myHousehold', {})).householdId).toBe(householdId);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('that somebody left is recorded, and sending it again does nothing', async () => {
  const phone = newPhone();
  const { householdId } = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  await Promise.all([
    phone.get('registration', 'deleteAccount', understood),
    phone.get('registration', 'deleteAccount', understood),
  ]);
  await phone.get('registration', 'deleteAccount', understood);
  expect(fileOf(householdId).version).toBe(2);
  const entries = township.documents<{ action: string; householdId: string | null }>('audit');
  expect(entries.some((one) => one.action === 'registration.deleteAccount' && one.householdId === householdId)).toBe(true); // prettier-ignore
});

test.each([
  ['alone', { members: [] }],
  ['with others', {}],
])(
  'a phone that left a household in which its holder lived %s registers anew, in a file of its own',
  async (_, members) => {
    const phone = newPhone();
    const old = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId, members));
    await phone.get('registration', 'deleteAccount', understood);
    const form = enrolForm(township.there.team.gridId);
    const fresh = await phone.get('registration', 'enrol', form);
    expect(fresh.householdId).not.toBe(old.householdId);
    expect(await phone.get('registration', 'enrol', form)).toEqual(fresh);
    const other = { ...form, requestId: requestId() };
    expect(await phone.call('registration', 'enrol', other)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(countersOf(township)).toEqual(countedFiles(township));
  },
);

test('what the phone allowed us to send goes with it', async () => {
  const phone = newPhone();
  await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  await allowMessages(township, phone.openid, 'noticeOut', 'readingDue');
  await phone.get('registration', 'deleteAccount', understood);
  expect(JSON.stringify(township.documents('message_credits'))).not.toContain(phone.openid);
});

test('a claim goes with the phone that sent it', async () => {
  const number = residentId('1982-05-06', 'female');
  const wife = member({ papers: { type: 'residentId', number } });
  await newPhone().get('registration', 'enrol', enrolForm(township.here.team.gridId, { members: [wife] }));
  const phone = newPhone();
  const form = { name: '王芳', papers: { type: 'residentId' as const, number }, phone: '15480009999', requestId: requestId(), consent: { version: CONSENT_VERSION } as const }; // prettier-ignore
  await phone.get('registration', 'claim', form);
  await phone.get('registration', 'deleteAccount', understood);
  expect((await phone.get('home', 'today', {})).claim).toBeNull();
});

test('a grid member’s post is not theirs to drop: it stays, and nothing of the household', async () => {
  const openid = township.holderOf('gridMember', township.here.team.gridPath, 'leaves');
  const phone = township.as(openid);
  await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  expect(await phone.get('registration', 'deleteAccount', understood)).toMatchObject({ keepsPosts: true });
  expect(accountOf(openid)).toMatchObject({
    householdId: null,
    personId: null,
    posts: [{ role: 'gridMember' }],
  });
});
