import { chinaTime, toCalendarDate, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import { dayAfter } from '../../../miniprogram/shared/stays';
import { putDeclared, NINGBO } from '../../support/declarations';
import { enrolForm, newRequestId } from '../../support/forms';
import { putAreaInForce } from '../../support/rules';
import { useTownship } from '../../support/township';

jest.setTimeout(120_000);

const township = useTownship();
const now = () => township.simulator.clock.now();
const moment = () => toTimestamp(chinaTime(now()));
const team = () => township.here.team;
const gridMember = () => township.as(township.holderOf('gridMember', team().gridPath));
const observations = () => township.documents<ObservationDocument>('observations');
const measures = (): NonNullable<ReturnCountsDocument['measures']> =>
  township.documents<ReturnCountsDocument>('return_counts').find(({ _id }) => _id === team().gridId)
    ?.measures ?? {};

test('decides again by a risk area that became known later: the stricter measure takes over, counters move along, and it replays', async () => {
  const file = await township.as('o-reclassified').get('registration', 'enrol', enrolForm(team().gridId));
  const who = { householdId: file.householdId, personId: file.people[0]!.personId };
  const { _id: declarationId } = putDeclared(township, who);
  const checked = await gridMember().get('returns', 'checkArrival', {
    requestId: newRequestId(),
    declarationId,
    version: 1,
    arrivedAt: moment(),
    temperature: 36.5,
    symptoms: [],
  });
  expect(checked.decision.measure).toBe('healthMonitoring');

  const unchanged = { requestId: newRequestId(), declarationId, version: checked.version };
  const same = await gridMember().get('returns', 'reclassify', unchanged);
  expect(same).toMatchObject({ decision: checked.decision, observationId: checked.observationId });

  const validFrom = dayAfter(toCalendarDate(chinaTime(now())), -5);
  putAreaInForce(township, { code: NINGBO, level: 'high', validFrom, validTo: null });
  const act = { requestId: newRequestId(), declarationId, version: same.version };
  const again = await gridMember().get('returns', 'reclassify', act);
  expect(again.decision.measure).toBe('centralQuarantine');
  expect(again.observationId).not.toBe(checked.observationId);
  expect(await gridMember().get('returns', 'reclassify', act)).toEqual(again);
  const [before, after] = [checked, again].map(({ observationId }) =>
    observations().find(({ _id }) => _id === observationId),
  );
  expect(before).toMatchObject({ status: 'ended', replacedBy: again.observationId });
  expect(after).toMatchObject({
    status: 'active',
    firstDate: before!.firstDate,
    measure: 'centralQuarantine',
  });
  expect(measures()).toMatchObject({ healthMonitoring: 0, centralQuarantine: 1 });

  const officer = township.as(township.holderOf('townOfficer', [township.town.gridId]));
  expect(await officer.get('returns', 'replay', { declarationId })).toMatchObject({ isEqual: true });
});

test('a provisional decision changes without any measure beginning', async () => {
  const file = await township
    .as('o-reclassified-early')
    .get('registration', 'enrol', enrolForm(team().gridId));
  const who = { householdId: file.householdId, personId: file.people[0]!.personId };
  const { _id: declarationId } = putDeclared(township, who, {
    arrivesAt: toTimestamp(chinaTime(now()).add(1, 'day')),
  });
  const view = await gridMember().get('returns', 'reclassify', {
    requestId: newRequestId(),
    declarationId,
    version: 1,
  });
  expect(view).toMatchObject({
    status: 'declared',
    isProvisional: true,
    observationId: null,
    decision: { measure: 'centralQuarantine' },
  });
});

test('is refused while the release is under way: it goes back first', async () => {
  const file = await township.as('o-being-released').get('registration', 'enrol', enrolForm(team().gridId));
  const { _id: declarationId } = putDeclared(township, {
    householdId: file.householdId,
    personId: file.people[0]!.personId,
  });
  const checked = await gridMember().get('returns', 'checkArrival', {
    requestId: newRequestId(),
    declarationId,
    version: 1,
    arrivedAt: moment(),
    temperature: 36.5,
    symptoms: [],
  });
  const { observationId } = checked;
  await township.tamper('observations', { _id: observationId }, { $set: { status: 'releasing' } });
  // As if it had been decided by milder areas.
  await township.tamper('declarations', { _id: declarationId }, { $set: { 'decision.days': 3 } });
  const reclassify = { requestId: newRequestId(), declarationId, version: checked.version };
  expect(await gridMember().call('returns', 'reclassify', reclassify)).toMatchObject({
    error: { code: 'CONFLICT', message: '已经提请解除，不能再改。要改的话，请镇里先把解除退回' },
  });
  const now = observations().filter((observation) => observation.declarationId === declarationId);
  expect(now).toMatchObject([{ _id: observationId, status: 'releasing' }]);
});
