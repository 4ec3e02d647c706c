import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import {
  adoptArrivalAlert,
  type AlertEvent,
  arrivalAlertId,
  raiseAlert,
  readingAlertId,
} from '../../../cloudfunctions/alerts/raise-alert';
import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import type { Context, Database } from '../../../cloudfunctions/kernel/context';
import { inTransaction } from '../../../cloudfunctions/kernel/transaction';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import { alertAbout } from '../../support/alerts';
import { useTownship } from '../../support/township';
import { connectSdk, type SdkClient } from '../../simulator/database/sdk-client';

jest.setTimeout(60_000);

const township = useTownship();
let sdk: SdkClient;
let context: Pick<Context, 'database' | 'now' | 'vault'>;
beforeAll(async () => {
  const { simulator } = township;
  sdk = await connectSdk(simulator.database);
  context = {
    database: sdk.db as unknown as Database,
    now: chinaTime(simulator.clock.now()),
    vault: vaultOf(simulator.secrets),
  };
});
afterAll(async () => sdk.close());

const eventOf = (changes: Partial<AlertEvent>): AlertEvent => {
  const { _id, ...about } = alertAbout(township, township.here.householdId);
  return { ...about, alertId: _id, reportWithinMinutes: 120, ...changes };
};
const stored = (alertId: string) =>
  township.documents<AlertDocument>('alerts').find(({ _id }) => _id === alertId);
const counted = () =>
  township
    .documents<ReturnCountsDocument>('return_counts')
    .reduce((sum, { alerts }) => sum + (alerts ?? 0), 0);

type Observed = { _id: string; openAlerts: number; version: number; urgencyKey: string };
const observation = (id: string): Observed =>
  township.documents<Observed>('observations').find(({ _id }) => _id === id)!;
const observe = (id: string, changes: object = {}) =>
  township.simulator.database.insertMany('observations', [
    {
      _id: id,
      gridId: township.here.team.gridId,
      gridPath: township.here.team.gridPath,
      openAlerts: 0,
      version: 1,
      missedInRow: 0,
      slots: {},
      nextSlot: '2026-11-22-am',
      urgencyKey: `1 99 2026-11-22-am ${id}`,
      status: 'active',
      replacedBy: null,
      ...changes,
    },
  ]);

test('an alert starts both clocks and says what happened', async () => {
  const event = eventOf({ alertId: 'd1:arrival', raisedByName: '张丽' });
  expect(await raiseAlert(context, event)).toEqual({ alertId: 'd1:arrival', isNew: true });
  expect(stored('d1:arrival')).toMatchObject({
    level: 'villageDoctor',
    status: 'open',
    reportBy: context.now.add(120, 'minute').format(),
    climbsAt: context.now.add(30, 'minute').format(),
    messageDue: context.now.format(),
    events: [{ byName: '张丽', what: '体温 38.2℃，干咳' }],
  });
});

test('the same event raises one alert, told twenty times at once and again', async () => {
  observe('o-20:1');
  const before = counted();
  const alertId = readingAlertId('o-20:1', '2026-11-22-am');
  const event = eventOf({ alertId, observationId: 'o-20:1' });
  const raised = await Promise.all(Array.from({ length: 20 }, async () => raiseAlert(context, event)));
  expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await raiseAlert(context, event)).toEqual({ alertId, isNew: false });
  expect(observation('o-20:1')).toMatchObject({ openAlerts: 1, version: 2 });
  expect(observation('o-20:1').urgencyKey).toMatch(/^0 /);
  expect(counted()).toBe(before + 1);
});

test('killed before the reading is written, the alert is there, is counted, and is closed by people only', async () => {
  observe('o-killed:1');
  const alertId = readingAlertId('o-killed:1', '2026-11-22-pm');
  await raiseAlert(context, eventOf({ alertId, observationId: 'o-killed:1' }));
  // Nothing else happens: the process is gone.
  const doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
  const { rows } = await doctor.get('alerts', 'list', { tab: 'open' });
  expect(rows.map((row) => row.alertId)).toContain(alertId);
  expect(observation('o-killed:1').openAlerts).toBe(1);
  const version = () => stored(alertId)!.version;
  await doctor.get('alerts', 'acknowledge', { alertId });
  await doctor.get('alerts', 'assess', {
    requestId: 'raise-alert-test-1',
    alertId,
    version: version(),
    finding: 'normalOnRecheck',
    temperature: 36.6,
    words: '再量正常',
  });
  await doctor.get('alerts', 'close', {
    requestId: 'raise-alert-test-2',
    alertId,
    version: version(),
    outcome: 'excluded',
    words: '再量正常',
  });
  expect(observation('o-killed:1')).toMatchObject({ openAlerts: 0 });
  expect(observation('o-killed:1').urgencyKey).toMatch(/^1 /);
  // The reading comes after all: the event has had its alert.
  expect((await raiseAlert(context, eventOf({ alertId, observationId: 'o-killed:1' }))).isNew).toBe(false);
  expect(observation('o-killed:1').openAlerts).toBe(0);
});

test('an alert of an observation that another took over is counted on the one that stands', async () => {
  observe('o-old:1', { replacedBy: 'o-old:2', status: 'ended' });
  observe('o-old:2');
  const alertId = readingAlertId('o-old:1', '2026-11-22-am');
  await raiseAlert(context, eventOf({ alertId, observationId: 'o-old:1' }));
  expect(observation('o-old:1').openAlerts).toBe(0);
  expect(observation('o-old:2').openAlerts).toBe(1);
});

test('a fever on arrival is open on the observation that begins with it, once somebody asks', async () => {
  await raiseAlert(context, eventOf({ alertId: arrivalAlertId('d2'), declarationId: 'd2' }));
  const begin = () =>
    inTransaction(context.database, async (transaction) => adoptArrivalAlert(transaction, 'd2', 'd2:1'));
  expect(await begin()).toBe(1);
  expect(stored('d2:arrival')?.observationId).toBe('d2:1');
  expect(
    await inTransaction(context.database, async (transaction) =>
      adoptArrivalAlert(transaction, 'healthy', 'healthy:1'),
    ),
  ).toBe(0);
});
