import type { ClaimDocument } from '../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { countedCare, countedFiles, countersOf, careCountersOf } from './counters';
import { enrolForm } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
const memberOf = (which: 'here' | 'there') =>
  township.as(township.holderOf('gridMember', township[which].team.gridPath));
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;

let families = 0;
async function family() {
  families += 1;
  const phone = township.as(`o-handed-over-${families}`);
  const file = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  const input = {
    requestId: newRequestId(),
    householdId: file.householdId,
    version: 1,
    reason: '全家搬到那边住了',
    gridId: township.there.team.gridId,
  };
  return { phone, householdId: file.householdId, input };
}
const queueHolds = async (which: 'here' | 'there', householdId: string) => {
  let after: string | undefined;
  do {
    const page = await memberOf(which).get('registration', 'queue', {
      status: 'submitted',
      ...(after !== undefined && { after }),
    });
    if (page.rows.some((row) => row.householdId === householdId)) return true;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return false;
};

describe('handing a household over', () => {
  test('its file waits in the other village, and is out of sight here at the next call', async () => {
    const { input, householdId } = await family();
    await memberOf('here').get('registration', 'verify', { ...input, requestId: newRequestId() });
    expect(await memberOf('there').call('registration', 'household', { householdId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    await memberOf('here').get('registration', 'handOver', { ...input, version: 2 });

    expect(await memberOf('here').call('registration', 'household', { householdId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(await queueHolds('here', householdId)).toBe(false);
    expect(await queueHolds('there', householdId)).toBe(true);
    expect(await memberOf('there').get('registration', 'household', { householdId })).toMatchObject({
      status: 'submitted',
      verifiedAt: null,
      gridId: township.there.team.gridId,
      handedOver: { reason: '全家搬到那边住了' },
    });
    expect(countersOf(township)).toEqual(countedFiles(township));
    expect(careCountersOf(township)).toEqual(countedCare(township));
  });

  test('the new grid member finds it, verifies it, and it is as any other', async () => {
    const { phone, input, householdId } = await family();
    await memberOf('here').get('registration', 'handOver', input);
    const found = await memberOf('there').get('gridwork', 'search', { words: fileOf(householdId).headName });
    expect(found.rows.map((row) => row.householdId)).toContain(householdId);
    await memberOf('there').get('registration', 'verify', {
      ...input,
      requestId: newRequestId(),
      version: 2,
    });
    expect(await phone.get('registration', 'myHousehold', {})).toMatchObject({
      status: 'verified',
      handedOver: null,
    });
  });

  test('the family is told from where and why, and reads who did it', async () => {
    const { phone, input } = await family();
    await memberOf('here').get('registration', 'handOver', input);
    const { town, here, there } = township;
    expect(await phone.get('registration', 'myHousehold', {})).toMatchObject({
      place: `${town.name} ${there.name} ${there.team.name}`,
      handedOver: { from: `${town.name} ${here.name} ${here.team.name}`, reason: '全家搬到那边住了' },
    });
    const { rows } = await phone.get('registration', 'trail', {});
    expect(rows).toContainEqual(
      expect.objectContaining({ action: 'registration.handOver', reason: '全家搬到那边住了', by: 'staff' }),
    );
    const moved = await phone.get('registration', 'myHousehold', {});
    expect(moved.handedOver!.at).toMatch(/\+08:00$/);
  });

  test('sent twice, at once or later, it is handed over once', async () => {
    const { input, householdId } = await family();
    const send = () => memberOf('here').call('registration', 'handOver', input);
    expect(await Promise.all([send(), send()])).toEqual([
      { ok: true, data: {} },
      { ok: true, data: {} },
    ]);
    expect(await send()).toEqual({ ok: true, data: {} });
    const { changes, version } = fileOf(householdId);
    expect(changes.filter(({ what }) => what === 'handedOver')).toHaveLength(1);
    expect(version).toBe(2);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('a visit that was agreed is off, and waiting claims go along', async () => {
    const { input, householdId } = await family();
    const { gridPath, people } = fileOf(householdId);
    const claim = {
      _id: 'claim-handed-over',
      openid: 'o-claims-it',
      householdId,
      gridPath,
      personId: people[1]!.personId,
      headMask: '周**',
      phoneMask: '139****0000',
      status: 'waiting',
      sentAt: '2026-11-21T09:00:00+08:00',
    };
    township.simulator.database.insertMany('claims', [claim]);
    await township.tamper('households', { _id: householdId }, { $set: { visit: { date: '2026-12-01' } } });
    await memberOf('here').get('registration', 'handOver', input);
    expect(fileOf(householdId).visit).toBeNull();
    const claims = async (which: 'here' | 'there') =>
      (await memberOf(which).get('registration', 'claims', {})).claims.map(({ claimId }) => claimId);
    expect(await claims('here')).not.toContain('claim-handed-over');
    expect(await claims('there')).toContain('claim-handed-over');
    const stored = township.documents<ClaimDocument>('claims').find(({ _id }) => _id === 'claim-handed-over');
    expect(stored!.gridPath).toEqual(township.there.team.gridPath);
  });

  test('claims go along as well when the household itself moves', async () => {
    const { phone, input, householdId } = await family();
    const file = fileOf(householdId);
    const form = enrolForm(township.there.team.gridId);
    township.simulator.database.insertMany('claims', [
      { _id: 'claim-moved', openid: 'o-2', householdId, gridPath: file.gridPath, status: 'waiting' },
    ]);
    await phone.get('registration', 'changeMyHousehold', {
      ...form,
      version: input.version,
      people: file.people.map(({ personId, name, relation, whereabouts }) => ({
        personId,
        name,
        relation,
        whereabouts,
      })),
    });
    const stored = township.documents<ClaimDocument>('claims').find(({ _id }) => _id === 'claim-moved');
    expect(stored!.gridPath).toEqual(township.there.team.gridPath);
  });
});

describe('refused, and nothing changes', () => {
  const place = (text: string) => ({
    error: { code: 'INVALID_INPUT', fields: { gridId: expect.stringContaining(text) as string } },
  });

  test('to where it is, to a village, to a team that is closed, to another town', async () => {
    const { input, householdId } = await family();
    const send = (gridId: string) => memberOf('here').call('registration', 'handOver', { ...input, gridId });
    expect(await send(township.here.team.gridId)).toMatchObject(place('不用转'));
    expect(await send(township.there.gridId)).toMatchObject(place('请选到最小的网格'));
    expect(await send('nowhere')).toMatchObject(place('请选到最小的网格'));
    const [team] = township
      .documents<{ _id: string }>('grids')
      .filter(({ _id }) => _id === township.there.team.gridId);
    township.simulator.database.insertMany('grids', [
      { ...team!, _id: 'closed-team', name: '停用组', retired: true },
      { ...team!, _id: 'far-team', name: '远组', parentId: 'far', path: ['far-town', 'far', 'far-team'] },
    ]);
    expect(await send('closed-team')).toMatchObject(place('请选到最小的网格'));
    expect(await send('far-team')).toMatchObject(place('只能转到本镇'));
    expect(fileOf(householdId)).toMatchObject({ version: 1, gridId: township.here.team.gridId });
  });

  test('what somebody else changed since; a closed file; one that stands on the roster only', async () => {
    const { input, householdId } = await family();
    const send = (more: object = {}) =>
      memberOf('here').call('registration', 'handOver', {
        ...input,
        requestId: newRequestId(),
        ...more,
      });
    expect(await send({ version: 7 })).toMatchObject({ error: { code: 'CONFLICT' } });
    await township.tamper('households', { _id: householdId }, { $set: { status: 'rostered' } });
    expect(await send()).toMatchObject({ error: { code: 'CONFLICT' } });
    await township.tamper('households', { _id: householdId }, { $set: { status: 'closed' } });
    expect(await send()).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(fileOf(householdId).version).toBe(1);
  });

  test('by the other village’s grid member, who would like to have it', async () => {
    const { input } = await family();
    expect(await memberOf('there').call('registration', 'handOver', input)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
