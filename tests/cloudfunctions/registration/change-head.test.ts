import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { enrolForm, requestId } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
let families = 0;
async function family() {
  families += 1;
  const head = township.as(`o-former-head-${families}`);
  const file = await head.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  const [headId, wifeId] = file.people.map(({ personId }) => personId) as [string, string];
  const act = { requestId: requestId(), householdId: file.householdId, version: 1, reason: '家里商量好的' };
  const change = { ...act, headId: wifeId, relations: [{ personId: headId, relation: 'spouse' as const }] };
  return { head, file, headId, wifeId, act, change };
}
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const elsewhere = () => township.as(township.holderOf('gridMember', township.there.team.gridPath));
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
const accountOf = (openid: string) =>
  township.documents<Account>('accounts').find(({ _id }) => _id === openid)!;

describe('change of head', () => {
  test('everybody is related to the new head, and the former one no longer lets others in', async () => {
    const { head, headId, wifeId, change } = await family();
    // As an account looks that was made before others could join.
    await township.tamper('accounts', { _id: head.openid }, { $unset: { personId: '' } });
    const file = await gridMember().get('registration', 'changeHead', change);
    expect(file.people.map(({ personId, relation }) => [personId, relation])).toEqual([
      [headId, 'spouse'],
      [wifeId, 'head'],
    ]);
    expect(fileOf(file.householdId).headName).toBe('王芳');
    expect(accountOf(head.openid).personId).toBe(headId);
    expect((await head.get('registration', 'phones', {})).isHead).toBe(false);
  });

  test('sent twice at once it changes once; an older version is a conflict', async () => {
    const { change } = await family();
    const send = () => gridMember().get('registration', 'changeHead', change);
    await Promise.all([send(), send()]);
    expect(fileOf(change.householdId).version).toBe(2);
    const late = gridMember().call('registration', 'changeHead', { ...change, requestId: requestId() });
    expect(await late).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  });

  test('without everybody’s relation, or with somebody unknown, it is refused beside the field', async () => {
    const { change } = await family();
    const refused = async (more: Partial<typeof change>) => {
      const reply = await gridMember().call('registration', 'changeHead', { ...change, ...more });
      return reply.ok ? [] : Object.keys(reply.error.fields ?? {});
    };
    expect(await refused({ relations: [] })).toEqual(['relations']);
    expect(await refused({ headId: 'p-unknown' })).toEqual(['headId']);
    expect(fileOf(change.householdId).version).toBe(1);
  });
});

describe('moving out', () => {
  test('closes the file, counts it no more, and frees the phone to register where it lives now', async () => {
    const { head, act } = await family();
    await gridMember().get('registration', 'moveOut', act);
    expect(fileOf(act.householdId)).toMatchObject({
      status: 'closed',
      closedReason: 'movedOut',
      papersIndexes: [],
    });
    expect(countersOf(township)).toEqual(countedFiles(township));
    expect((await head.get('home', 'today', {})).household).toBeNull();
    const fresh = await head.get('registration', 'enrol', enrolForm(township.there.team.gridId));
    expect(fresh.householdId).not.toBe(act.householdId);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('twice at once closes it once; another act on it is a conflict', async () => {
    const { act } = await family();
    const send = () => gridMember().get('registration', 'moveOut', act);
    await Promise.all([send(), send()]);
    expect(fileOf(act.householdId).version).toBe(2);
    const late = gridMember().call('registration', 'moveOut', { ...act, requestId: requestId(), version: 2 });
    expect(await late).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('is not for the grid member of another village', async () => {
    const { act, change } = await family();
    expect(await elsewhere().call('registration', 'moveOut', act)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await elsewhere().call('registration', 'changeHead', change)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
