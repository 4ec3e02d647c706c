import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdView } from '../../../cloudfunctions/contracts';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { careCountersOf, countedCare, countedFiles, countersOf } from '../registration/counters';
import { enrolForm, member, requestId, residentId } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const stranger = () => township.as(township.holderOf('gridMember', township.there.team.gridPath));

const papersOf = (number: string) => ({ type: 'residentId' as const, number });
const seen = ({ householdId, version }: HouseholdView) => ({ householdId, version });
const stored = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
const account = (openid: string) =>
  township.documents<Account>('accounts').find(({ _id }) => _id === openid)!;

let pairs = 0;
/** One couple on file twice: by the husband with their child, and by the wife with her mother. */
async function enrolTwice(second = township.here.team.gridId) {
  pairs += 1;
  const [husband, wife] = [residentId('1970-01-02'), residentId('1971-03-04', 'female')];
  const [his, hers] = [`o-pair-${pairs}-his`, `o-pair-${pairs}-hers`];
  const form = enrolForm(township.here.team.gridId);
  const keep = await township.as(his).get('registration', 'enrol', {
    ...form,
    head: { ...form.head, name: '孙有田', papers: papersOf(husband) },
    members: [member({ name: '钱秀珍', papers: papersOf(wife) })],
  });
  const other = enrolForm(second);
  const drop = await township.as(hers).get('registration', 'enrol', {
    ...other,
    head: { ...other.head, name: '钱秀珍', papers: papersOf(wife), phone: '15480000888' },
    members: [
      member({ name: '孙有田', papers: papersOf(husband), relation: 'spouse' }),
      member({ name: '周阿婆', relation: 'parent', careCategories: ['livingAloneElderly'] }),
    ],
  });
  return { keep, drop, his, hers };
}

describe('one household on file twice', () => {
  test('becomes one file with everybody in it, once; the other is closed and counted no more', async () => {
    const { keep, drop, hers } = await enrolTwice();
    const merged = await gridMember().get('gridwork', 'merge', {
      requestId: requestId(),
      keep: seen(keep),
      drop: seen(drop),
      reason: '夫妻各登记了一次',
    });
    expect(merged.people.map(({ name, relation }) => `${name} ${relation}`)).toEqual([
      '孙有田 head',
      '钱秀珍 spouse',
      '周阿婆 parent',
    ]);
    expect(stored(drop.householdId)).toMatchObject({
      status: 'closed',
      closedReason: 'merged',
      mergedInto: keep.householdId,
      papersIndexes: [],
      searchKeys: [],
    });
    expect(countersOf(township)).toEqual(countedFiles(township));
    expect(careCountersOf(township)).toEqual(countedCare(township));
    const file = await gridMember().get('registration', 'household', { householdId: keep.householdId });
    expect(file.duplicates).toEqual([]);
    // Her phone opens the file that is left, as herself.
    expect(await township.as(hers).get('registration', 'myHousehold', {})).toMatchObject({
      householdId: keep.householdId,
    });
    expect(account(hers).personId).toBe(merged.people.find(({ name }) => name === '钱秀珍')?.personId);
    const found = await gridMember().get('gridwork', 'search', { words: '周阿婆' });
    expect(found.rows.map(({ householdId }) => householdId)).toEqual([keep.householdId]);
    expect(
      township
        .documents<AuditEntry>('audit')
        .filter(({ action, householdId }) => action === 'gridwork.merge' && householdId === keep.householdId),
    ).toMatchObject([{ outcome: 'ok', reason: '夫妻各登记了一次' }]);
  });

  test('tapped twice or sent again is merged once', async () => {
    const { keep, drop } = await enrolTwice();
    const input = { requestId: requestId(), keep: seen(keep), drop: seen(drop), reason: '登记了两次' };
    const phone = gridMember();
    const both = await Promise.all([
      phone.get('gridwork', 'merge', input),
      phone.get('gridwork', 'merge', input),
    ]);
    const again = await phone.get('gridwork', 'merge', input);
    expect(new Set([...both, again].map(({ version }) => version))).toEqual(new Set([keep.version + 1]));
    expect(countersOf(township)).toEqual(countedFiles(township));
    expect(careCountersOf(township)).toEqual(countedCare(township));
  });

  test('is left alone when either file was changed since it was seen', async () => {
    const { keep, drop } = await enrolTwice();
    await gridMember().get('registration', 'verify', { requestId: requestId(), ...seen(drop) });
    const reply = await gridMember().call('gridwork', 'merge', {
      requestId: requestId(),
      keep: seen(keep),
      drop: seen(drop),
      reason: '登记了两次',
    });
    expect(reply).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(stored(drop.householdId).status).toBe('verified');
  });

  test('in two villages: neither grid member merges it, the town does', async () => {
    const { keep, drop } = await enrolTwice(township.there.team.gridId);
    const input = { keep: seen(keep), drop: seen(drop), reason: '登记了两次' };
    for (const phone of [gridMember(), stranger()])
      expect(await phone.call('gridwork', 'merge', { ...input, requestId: requestId() })).toMatchObject({
        error: { code: 'NOT_FOUND' },
      });
    const mine = await gridMember().get('registration', 'household', { householdId: keep.householdId });
    expect(mine.duplicates.every(({ householdId }) => householdId === null)).toBe(true);
    const whole = await officer().get('registration', 'household', { householdId: keep.householdId });
    expect(whole.duplicates.map(({ householdId }) => householdId)).toContain(drop.householdId);
    expect(await officer().call('gridwork', 'merge', { ...input, requestId: requestId() })).toMatchObject({
      ok: true,
    });
    expect(countersOf(township)).toEqual(countedFiles(township));
    expect(careCountersOf(township)).toEqual(countedCare(township));
  });

  test('that shares nobody with another is refused', async () => {
    const [one, two] = [await enrolTwice(), await enrolTwice()];
    const reply = await gridMember().call('gridwork', 'merge', {
      requestId: requestId(),
      keep: seen(one.keep),
      drop: seen(two.keep),
      reason: '登记了两次',
    });
    expect(reply).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

describe('one person on file in two households', () => {
  const takeOff = (file: HouseholdView, name: string, livesIn: string) =>
    gridMember().call('gridwork', 'takeOffDuplicate', {
      requestId: requestId(),
      ...seen(file),
      personId: file.people.find((person) => person.name === name)!.personId,
      livesIn,
      reason: '已经住到那边去了',
    });

  test('is taken off the one where they do not live, and stays in the other', async () => {
    const { keep, drop } = await enrolTwice();
    const reply = await takeOff(keep, '钱秀珍', drop.householdId);
    expect(reply).toMatchObject({ ok: true, data: { people: [{ name: '孙有田' }] } });
    expect(stored(drop.householdId).people.map(({ name }) => name)).toContain('钱秀珍');
  });

  test('stays where they head the household', async () => {
    const { keep, drop } = await enrolTwice();
    expect(await takeOff(drop, '钱秀珍', keep.householdId)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('is not taken off because of a file that does not hold them', async () => {
    const { keep, drop } = await enrolTwice();
    expect(await takeOff(drop, '周阿婆', keep.householdId)).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('and whose own phone opened the file opens it no more', async () => {
    const { keep, drop } = await enrolTwice();
    const wife = keep.people.find(({ name }) => name === '钱秀珍')!;
    await township.tamper(
      'accounts',
      { _id: township.there.resident },
      { $set: { householdId: keep.householdId, personId: wife.personId } },
    );
    await takeOff(keep, '钱秀珍', drop.householdId);
    expect(account(township.there.resident)).toMatchObject({ householdId: null, personId: null });
  });
});
