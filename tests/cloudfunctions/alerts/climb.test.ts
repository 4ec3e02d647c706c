import { climbLevels } from '../../../cloudfunctions/alerts/climb-levels';
import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import type { Context, Database } from '../../../cloudfunctions/kernel/context';
import { CloudBaseError } from '../../../simulator/cloud/errors';
import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import { putAlert, taken } from '../../support/alerts';
import { useTownship } from '../../support/township';
import { connectSdk } from '../../simulator/database/sdk-client';

jest.setTimeout(120_000);

const township = useTownship();
const MINUTE = 60_000;

const raise = (changes: Partial<AlertDocument> = {}) =>
  putAlert(township, township.here.householdId, changes);
const stored = (alertId: string) =>
  township.documents<AlertDocument>('alerts').find(({ _id }) => _id === alertId)!;
const advance = (minutes: number) => township.simulator.clock.advance(minutes * MINUTE);

test('an unanswered alert climbs to the grid leader after 30 minutes and to the town after 60; the minute timer does it', async () => {
  const alertId = raise();
  await advance(29);
  expect(stored(alertId)).toMatchObject({ level: 'villageDoctor', version: 1 });
  await advance(2);
  expect(stored(alertId)).toMatchObject({ level: 'gridLeader', version: 2 });
  await advance(30);
  expect(stored(alertId)).toMatchObject({ level: 'townOfficer', climbsAt: null, version: 3, status: 'open' });
  expect(stored(alertId).events.slice(1)).toEqual([
    { at: expect.any(String) as string, byName: '系统', what: '30 分钟没人接，升到网格长' },
    { at: expect.any(String) as string, byName: '系统', what: '30 分钟没人接，升到镇防控办' },
  ]);
});

test('one that somebody took climbs no more', async () => {
  const alertId = raise(taken);
  await advance(120);
  expect(stored(alertId)).toMatchObject({ level: 'villageDoctor', version: 1 });
});

test('each profile climbs at its own pace', async () => {
  const quick = raise({ climbAfterMinutes: 30 });
  const alertId = raise({ climbAfterMinutes: 10, climbsAt: stored(quick).raisedAt });
  await advance(1);
  expect(stored(alertId).level).toBe('gridLeader');
  expect(stored(quick).level).toBe('villageDoctor');
});

test('timers that overlap lift each of many alerts once', async () => {
  const due = { climbsAt: '2026-11-01T08:00:00+08:00', climbAfterMinutes: 60 * 24 * 365 };
  const ids = Array.from({ length: 120 }, () => raise(due));
  const replies = await Promise.all(
    Array.from({ length: 4 }, async () => township.simulator.fireTimer('alerts')),
  );
  expect(replies).toHaveLength(4);
  for (const id of ids) {
    expect(stored(id)).toMatchObject({ level: 'gridLeader', version: 2 });
    expect(stored(id).events).toHaveLength(2);
  }
});

test('a run that is cut off in the middle has lifted some, and the next lifts the rest, each once', async () => {
  const due = { climbsAt: '2026-11-01T08:00:00+08:00', climbAfterMinutes: 60 * 24 * 365 };
  const ids = Array.from({ length: 40 }, () => raise(due));
  const { database, clock } = township.simulator;
  let writes = 0;
  const sdk = await connectSdk({
    ...database,
    handle: async (action, parameters) => {
      if (action === 'database.modifyDocument' && (writes += 1) > 15)
        throw new CloudBaseError('SYS_ERR', 'the instance is gone');
      return database.handle(action, parameters);
    },
  });
  const context = {
    database: sdk.db as unknown as Database,
    now: chinaTime(clock.now()),
  } as unknown as Context;
  await expect(climbLevels(context, () => true)).rejects.toThrow();
  await sdk.close();
  expect(ids.filter((id) => stored(id).level === 'gridLeader')).toHaveLength(15);
  await township.simulator.fireTimer('alerts');
  for (const id of ids) expect(stored(id)).toMatchObject({ level: 'gridLeader', version: 2 });
});

test('when no timer ran for hours, an alert stands where it would stand had they run', async () => {
  const { clock } = township.simulator;
  const alertId = raise();
  const raisedAt = clock.now();
  await clock.set(raisedAt + 5 * 60 * MINUTE);
  await township.simulator.fireTimer('alerts');
  expect(stored(alertId)).toMatchObject({ level: 'townOfficer', climbsAt: null });
  expect(stored(alertId).events).toHaveLength(3);
  // A clock that is put back lifts nothing a second time.
  await clock.set(raisedAt);
  await township.simulator.fireTimer('alerts');
  expect(stored(alertId).events).toHaveLength(3);
});

test('a doctor who answers while it climbs wins or is told; nothing is done by halves', async () => {
  const due = { climbsAt: '2026-11-01T08:00:00+08:00', climbAfterMinutes: 60 * 24 * 365 };
  const ids = Array.from({ length: 12 }, () => raise(due));
  const doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
  const [, ...replies] = await Promise.all([
    township.simulator.fireTimer('alerts'),
    ...ids.map(async (alertId) => doctor.call('alerts', 'acknowledge', { alertId })),
  ]);
  expect(replies.every(({ ok }) => ok)).toBe(true);
  for (const id of ids) {
    const alert = stored(id);
    expect(alert).toMatchObject({ status: 'acknowledged', climbsAt: null });
    expect(alert.events).toHaveLength(alert.version);
  }
});
