import { useTownship } from '../../support/township';
import { enrolForm, requestId } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
let families = 0;
const family = async () => {
  families += 1;
  const phone = township.as(`o-trail-${families}`);
  return { phone, file: await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId)) };
};
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const tick = () => township.simulator.clock.advance(1000);

test('a family reads who opened its file, when, in which role and place, what, and why', async () => {
  const { phone, file } = await family();
  const { householdId, people } = file;
  await tick();
  await gridMember().get('registration', 'household', { householdId });
  await tick();
  const { personId } = people[1]!;
  await gridMember().get('registration', 'openNumber', { householdId, personId, field: 'papers', reason: '上门核对证件' }); // prettier-ignore
  const { rows, next } = await phone.get('registration', 'trail', {});
  expect(next).toBeNull();
  expect(rows.map(({ action, by }) => [action, by])).toEqual([
    ['registration.openNumber', 'staff'],
    ['registration.household', 'staff'],
    ['registration.enrol', 'family'],
  ]);
  expect(rows[0]).toMatchObject({
    name: '测试人员',
    personName: '王芳',
    reason: '上门核对证件',
    succeeded: true,
    roles: [{ role: 'gridMember' }],
  });
  expect(rows[0]!.roles[0]!.place).toContain(township.here.name);
});

test('somebody of another village who tried shows too, as one who did not succeed', async () => {
  const { phone, file } = await family();
  await tick();
  const there = township.as(township.holderOf('gridMember', township.there.team.gridPath));
  await there.call('registration', 'household', { householdId: file.householdId });
  const { rows } = await phone.get('registration', 'trail', {});
  expect(rows[0]).toMatchObject({ by: 'staff', succeeded: false, action: 'registration.household' });
  expect(rows[0]!.roles[0]!.place).toContain(township.there.name);
});

test('of a phone outside the family no name is told', async () => {
  const { phone, file } = await family();
  await tick();
  const { head } = enrolForm('');
  const neighbour = township.as(township.here.resident);
  const claim = await neighbour.call('registration', 'decideClaimOnMyHousehold', { claimId: file.householdId, decision: 'confirm' }); // prettier-ignore
  expect(claim.ok).toBe(false);
  const text = JSON.stringify(await phone.get('registration', 'trail', {}));
  expect(text).not.toContain(neighbour.openid);
  expect(text).not.toContain(head.phone);
});

test('a long record comes page by page, each entry once', async () => {
  const { phone, file } = await family();
  for (let times = 0; times < 25; times += 1) {
    await tick();
    await gridMember().get('registration', 'household', { householdId: file.householdId });
  }
  const first = await phone.get('registration', 'trail', {});
  expect(first.rows).toHaveLength(20);
  const second = await phone.get('registration', 'trail', { after: first.next! });
  expect(second).toMatchObject({ next: null });
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(26);
  expect(ids).toEqual([...ids].sort().reverse());
});

test('a family reads its own record only', async () => {
  const { file } = await family();
  await gridMember().get('registration', 'verify', { requestId: requestId(), householdId: file.householdId, version: 1 }); // prettier-ignore
  const { phone } = await family();
  const { rows } = await phone.get('registration', 'trail', {});
  expect(rows.map(({ action }) => action)).toEqual(['registration.enrol']);
});
