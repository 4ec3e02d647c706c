import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type { DeclarationView } from '../../../cloudfunctions/contracts';
import { chinaTime, toCalendarDate, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import type {
  DeclarationDocument,
  ReturneeDocument,
} from '../../../cloudfunctions/returns/declaration.document';
import { dayAfter } from '../../../miniprogram/shared/stays';
import {
  declarationNow,
  declareForm,
  knownTraveller,
  NINGBO,
  putDeclared,
  stayIn,
  tripOf,
  WELL,
  WUHOU,
} from '../../support/declarations';
import { enrolForm, newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const now = () => township.simulator.clock.now();
const moment = () => toTimestamp(chinaTime(now()));
const today = () => toCalendarDate(chinaTime(now()));
const team = () => township.here.team;
const gridMember = () => township.as(township.holderOf('gridMember', team().gridPath));
const observations = () => township.documents<ObservationDocument>('observations');
const alerts = () => township.documents<AlertDocument>('alerts');
const counts = (): Omit<ReturnCountsDocument, '_id' | 'gridPath'> =>
  township.documents<ReturnCountsDocument>('return_counts').find(({ _id }) => _id === team().gridId) ?? {};

let families = 0;
/** A family's phone, and the declaration of its head, who has just arrived. */
async function arrived(changes: Partial<DeclarationDocument> = {}) {
  const phone = township.as(`o-arrived-${(families += 1)}`);
  const file = await phone.get('registration', 'enrol', enrolForm(team().gridId));
  const who = { householdId: file.householdId, personId: file.people[0]!.personId };
  return { phone, file, declaration: putDeclared(township, who, { changes }) };
}

const checkForm = ({ _id, version }: Pick<DeclarationDocument, '_id' | 'version'>, changes: object = {}) => ({
  requestId: newRequestId(),
  declarationId: _id,
  version,
  arrivedAt: moment(),
  temperature: 36.6,
  symptoms: [],
  ...changes,
});
const check = (declaration: DeclarationDocument, changes: object = {}): Promise<DeclarationView> =>
  gridMember().get('returns', 'checkArrival', checkForm(declaration, changes));

describe('the check on arrival', () => {
  test('starts the measure with the people who answer for it, and moves the counters, all at once', async () => {
    const { declaration } = await arrived();
    const before = counts();
    const responsible = [
      { role: 'gridMember', name: '王建国' },
      { role: 'villageDoctor', name: '李秀英' },
    ];
    const view = await check(declaration, { responsible });
    expect(view).toMatchObject({ status: 'checked', waitsFor: null, isProvisional: false, version: 2 });
    const observation = observations().find(({ _id }) => _id === view.observationId)!;
    expect(observation).toMatchObject({ measure: 'healthMonitoring', responsible, status: 'active' });
    const returnee = township
      .documents<ReturneeDocument>('returnees')
      .find(({ _id }) => _id === declaration.personKey)!;
    expect(returnee).toMatchObject({
      openDeclarationId: declaration._id,
      openObservationId: observation._id,
    });
    const after = counts();
    expect(after.arrived).toBe((before.arrived ?? 0) + 1);
    expect(after.measures!.healthMonitoring).toBe((before.measures?.healthMonitoring ?? 0) + 1);
  });

  test('tapped twice, at once or later, starts one observation', async () => {
    const { declaration } = await arrived();
    const form = checkForm(declaration);
    const [one, two] = await Promise.all([
      gridMember().get('returns', 'checkArrival', form),
      gridMember().get('returns', 'checkArrival', form),
    ]);
    expect(one).toEqual(two);
    expect(await gridMember().get('returns', 'checkArrival', form)).toEqual(one);
    expect(observations().filter(({ declarationId }) => declarationId === declaration._id)).toHaveLength(1);
  });

  test('by two people at once is done by one; the other is told to look again', async () => {
    const { declaration } = await arrived();
    const leader = township.as(township.holderOf('gridLeader', township.here.gridPath));
    const replies = await Promise.all([
      gridMember().call('returns', 'checkArrival', checkForm(declaration)),
      leader.call('returns', 'checkArrival', checkForm(declaration)),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(observations().filter(({ declarationId }) => declarationId === declaration._id)).toHaveLength(1);
  });

  test('of what the family changed meanwhile is refused: it was seen otherwise', async () => {
    const { phone, declaration } = await arrived();
    await phone.get('returns', 'amend', {
      requestId: newRequestId(),
      declarationId: declaration._id,
      version: 1,
      trip: tripOf(moment()),
      ...WELL,
      healthCode: 'yellow',
    });
    const reply = await gridMember().call('returns', 'checkArrival', checkForm(declaration));
    expect(reply).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(declarationNow(township, declaration._id)).toMatchObject({ status: 'declared', version: 2 });
  });

  test('afterwards the family can change it no more', async () => {
    const { phone, declaration } = await arrived();
    await check(declaration);
    const reply = await phone.call('returns', 'amend', {
      requestId: newRequestId(),
      declarationId: declaration._id,
      version: 2,
      trip: tripOf(moment()),
      ...WELL,
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT', message: expect.stringContaining('已经核实') as string },
    });
  });

  test('raises an alert for a fever or a symptom, which the observation knows of from its first minute', async () => {
    const { declaration } = await arrived();
    const view = await check(declaration, { temperature: 38.4, symptoms: ['dryCough'] });
    expect(view.decision.feverClinicFirst).toBe(true);
    const raised = alerts().filter(({ declarationId }) => declarationId === declaration._id);
    expect(raised).toMatchObject([
      { source: 'arrival', temperature: 38.4, symptoms: ['dryCough'], status: 'open' },
    ]);
    const observation = observations().find(({ _id }) => _id === view.observationId)!;
    expect(observation.openAlerts).toBe(1);
    expect(raised[0]!.observationId).toBe(observation._id);
  });

  test('decides by what was found at the door, not by what was declared', async () => {
    const { declaration } = await arrived();
    const preview = await gridMember().get('returns', 'previewCheck', {
      declarationId: declaration._id,
      arrivedAt: moment(),
      temperature: 36.6,
      symptoms: [],
      contact: 'close',
    });
    expect(preview.measure).toBe('centralQuarantine');
    expect(declarationNow(township, declaration._id).version).toBe(1);
    const stays = [
      stayIn(NINGBO, dayAfter(today(), -20), dayAfter(today(), -3)),
      stayIn(WUHOU, dayAfter(today(), -3), today()),
    ];
    const view = await check(declaration, { contact: 'close', stays });
    expect(view.decision.words).toBe(preview.words);
    expect(view.stays.map(({ place }) => place)).toEqual(['浙江省 宁波市 鄞州区', '四川省 成都市 武侯区']);
    expect(view.health.contact).toBe('close');
  });

  test('refuses an arrival that is still to come, and stays that leave a day out', async () => {
    const { declaration } = await arrived();
    const later = toTimestamp(chinaTime(now()).add(1, 'hour'));
    const future = await gridMember().call(
      'returns',
      'checkArrival',
      checkForm(declaration, { arrivedAt: later }),
    );
    expect(future).toMatchObject({
      ok: false,
      error: { fields: { arrivedAt: expect.any(String) as string } },
    });
    const stays = [stayIn(NINGBO, dayAfter(today(), -5), today())];
    const gap = await gridMember().call('returns', 'checkArrival', checkForm(declaration, { stays }));
    expect(gap).toMatchObject({
      ok: false,
      error: { fields: { stays: expect.stringContaining('还没写') as string } },
    });
    expect(observations().some(({ declarationId }) => declarationId === declaration._id)).toBe(false);
  });

  test('counts from the day of arrival in the village, also when it is checked after midnight', async () => {
    const midnight = chinaTime(now()).add(1, 'day').startOf('day');
    await township.simulator.clock.set(midnight.add(20, 'minute').valueOf());
    const { declaration } = await arrived();
    const arrivedAt = toTimestamp(midnight.subtract(10, 'minute'));
    const view = await check(declaration, { arrivedAt });
    const observation = observations().find(({ _id }) => _id === view.observationId)!;
    expect(observation.firstDate).toBe(toCalendarDate(midnight.subtract(1, 'day')));
    expect(observation.lastDate).toBe(dayAfter(observation.firstDate, observation.days - 1));
  });

  test('of somebody who is free to go closes the return: nobody is kept, and they may return again', async () => {
    const { declaration, phone } = await arrived();
    const town = township.as(township.holderOf('townOfficer', [township.town.gridId]));
    await town.get('rulebook', 'setDivision', { code: '330203' });
    const view = await check(declaration);
    expect(view).toMatchObject({
      status: 'closed',
      observationId: null,
      decision: { measure: 'freeMovement' },
    });
    const again = await phone.call(
      'returns',
      'declare',
      declareForm(now(), { travellers: [knownTraveller(declaration.personId)] }),
    );
    expect(again).toMatchObject({ ok: true });
  });
});

describe('a decision', () => {
  test('replays to the same, provisional or checked', async () => {
    const { declaration } = await arrived();
    const officer = township.as(township.holderOf('townOfficer', [township.town.gridId]));
    const replay = () => officer.get('returns', 'replay', { declarationId: declaration._id });
    expect(await replay()).toMatchObject({ isEqual: true });
    await check(declaration, { temperature: 37.8, contact: 'secondary' });
    const checked = await replay();
    expect(checked.isEqual).toBe(true);
    expect(checked.stored).toEqual(checked.replayed);
  });

  test('that somebody wrote over does not', async () => {
    const { declaration } = await arrived();
    await township.tamper(
      'declarations',
      { _id: declaration._id },
      { $set: { 'decision.measure': 'freeMovement' } },
    );
    const officer = township.as(township.holderOf('townOfficer', [township.town.gridId]));
    expect(await officer.get('returns', 'replay', { declarationId: declaration._id })).toMatchObject({
      isEqual: false,
    });
  });
});

describe('who did not come', () => {
  test('is off the list with the reason, and may declare again', async () => {
    const { phone, declaration } = await arrived({ waitsFor: 'arrival' });
    const act = {
      requestId: newRequestId(),
      declarationId: declaration._id,
      version: 1,
      reason: '人还在外地',
    };
    const view = await gridMember().get('returns', 'didNotCome', act);
    expect(view).toMatchObject({ status: 'cancelled', cancelled: { reason: '人还在外地' } });
    expect(await gridMember().get('returns', 'didNotCome', act)).toEqual(view);
    expect((await phone.get('returns', 'mine', {})).declarations[0]).toMatchObject({ status: 'cancelled' });
    const again = declareForm(now(), { travellers: [knownTraveller(declaration.personId)] });
    expect(await phone.call('returns', 'declare', again)).toMatchObject({ ok: true });
  });
});
