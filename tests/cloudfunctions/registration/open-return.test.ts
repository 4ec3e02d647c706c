import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { newRequestId } from '../../support/forms';
import { putObservation } from '../../support/observations';
import { useTownship } from '../../support/township';
import { enrolForm } from './forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const member = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const stored = (id: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === id)!;
const refused = { error: { code: 'CONFLICT', message: expect.stringContaining('来返没办完') as string } };

let families = 0;
const form = () => enrolForm(township.here.team.gridId);
const enrol = async (asked = form()) => {
  families += 1;
  return township.as(`o-open-return-${families}`).get('registration', 'enrol', asked);
};
const act = (householdId: string) => ({
  requestId: newRequestId(),
  householdId,
  version: stored(householdId).version,
  reason: '全家搬到那边住了',
});
const end = async (householdId: string) => {
  await township.tamper('observations', { householdId }, { $set: { status: 'released' } });
  await township.tamper('declarations', { householdId }, { $set: { status: 'closed' } });
};

test('a household with somebody under observation neither moves out nor is handed over until that is over', async () => {
  const { householdId } = await enrol();
  putObservation(township, householdId);
  const over = { ...act(householdId), gridId: township.there.team.gridId };
  expect(await member().call('registration', 'handOver', over)).toMatchObject(refused);
  expect(await member().call('registration', 'moveOut', act(householdId))).toMatchObject(refused);
  expect(stored(householdId)).toMatchObject({ status: 'submitted', gridId: township.here.team.gridId });
  await end(householdId);
  expect(await member().call('registration', 'handOver', over)).toMatchObject({ ok: true });
});

test('an open declaration alone holds the file as well', async () => {
  const { householdId } = await enrol();
  putObservation(township, householdId);
  await township.tamper('observations', { householdId }, { $set: { status: 'ended' } });
  expect(await member().call('registration', 'moveOut', act(householdId))).toMatchObject(refused);
  await end(householdId);
  expect(await member().call('registration', 'moveOut', act(householdId))).toMatchObject({ ok: true });
});

test('a file on which an open return hangs is not merged away; the other one may be', async () => {
  const [one, same] = [form(), form()];
  const first = await enrol(one);
  const second = await enrol({ ...same, head: { ...same.head, papers: one.head.papers } });
  putObservation(township, second.householdId);
  const side = ({ householdId }: { householdId: string }) => ({
    householdId,
    version: stored(householdId).version,
  });
  const merge = (keep: typeof first, drop: typeof first) =>
    member().call('gridwork', 'merge', {
      requestId: newRequestId(),
      keep: side(keep),
      drop: side(drop),
      reason: '同一户登记了两次',
    });
  expect(await merge(first, second)).toMatchObject(refused);
  expect(stored(second.householdId).status).toBe('submitted');
  expect(await merge(second, first)).toMatchObject({ ok: true });
});

test('deleting the account only unbinds the phone', async () => {
  const { householdId } = await enrol();
  const observation = putObservation(township, householdId);
  const phone = township.as(`o-open-return-${families}`);
  expect(await phone.call('registration', 'deleteAccount', { understood: true })).toMatchObject({ ok: true });
  expect(
    township
      .documents<{ _id: string; status: string }>('observations')
      .find(({ _id }) => _id === observation._id),
  ).toMatchObject({ status: 'active' });
});
