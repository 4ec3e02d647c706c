import type { Contracts, OutputOf, Reply } from '../../../cloudfunctions/contracts';
import type { Action } from '../../../cloudfunctions/contracts/contract';
import { everyAction } from '../../support/contracts';
import { latestDocuments } from '../../support/documents';
import { sellerPostId, useTownship } from '../../support/township';
import { callAs, CALLERS, type CallerName } from './callers';
import { expectations } from './expectations';
import { isOutsider } from './expectations/outsiders';
import type { Row } from './expectations/rows';
import { samples } from './samples';
import { enrolIn, SECRET, type World } from './world';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

const township = useTownship();
let world: World;
/** A refused call changes nothing, so the next may speak of the same household. */
let isUntouched = false;

/** Below the calls a minute that `serve` lets one phone make. */
const PAGES_A_MINUTE = 100;
const MINUTE_MS = 61_000;

const rowOf = (functionName: keyof Contracts, action: string): Row | undefined =>
  (expectations[functionName] as Record<string, Row>)[action];
const sampleOf = (functionName: keyof Contracts, action: string) =>
  (samples[functionName] as Record<string, (world: World) => unknown>)[action];

/** Nothing that tells of the household, whatever the reply: not its people, its door, its number. */
function expectNothingOf({ enrolled }: World, reply: unknown): void {
  const text = JSON.stringify(reply);
  for (const told of [SECRET.name, SECRET.member, SECRET.address, enrolled.householdId, enrolled.headId])
    expect(text).not.toContain(told);
}

test('every action of every contract has its row and its sample, and no row is without an action', () => {
  for (const [functionName, action] of everyAction) {
    expect([functionName, action, typeof sampleOf(functionName, action)]).toEqual([
      functionName,
      action,
      'function',
    ]);
    expect(Object.keys(rowOf(functionName, action) ?? {}).sort()).toEqual([...CALLERS].sort());
  }
  const rows = Object.values(expectations).flatMap((row) => Object.keys(row));
  expect(rows).toHaveLength(everyAction.length);
});

/** The roster is exported before the cells have enrolled more than one sheet holds; and neighbours who deleted their accounts have no household any more, so that comes last. */
const inOrder = [...everyAction].sort((a, b) => turnOf(a) - turnOf(b));

function turnOf([functionName, action]: (typeof everyAction)[number]): number {
  if (functionName === 'roster' && action === 'export') return 0;
  return functionName === 'registration' && action === 'deleteAccount' ? 2 : 1;
}

/** Each cell has a supplier of its own, all with the same people: of earlier ones they have left, for nobody works for hundreds of shops. */
const leaveEarlierSuppliers = () =>
  township.tamper('suppliers', { postIds: sellerPostId(township.here.gridId) }, { $set: { postIds: [] } });

describe.each(inOrder)('%s.%s', (functionName, action, declared) => {
  beforeAll(() => {
    isUntouched = false;
  });
  beforeEach(async () => {
    if (isUntouched) return;
    await leaveEarlierSuppliers();
    world = { township, enrolled: await enrolIn(township, township.here) };
  });

  test.each(CALLERS)('%s', async (who) => {
    const input = sampleOf(functionName, action)!(world);
    const cell = `${functionName}-${action}-${who.replaceAll(' ', '-')}`;
    const reply = (await callAs(who, world, cell, { functionName, action, input })) as Reply<unknown>;

    isUntouched = !reply.ok;
    const answer = reply.ok ? 'ok' : reply.error.code;
    expect(answer).toBe(rowOf(functionName, action)![who]);
    if (!reply.ok) expect(reply.error.message).toMatch(/^\P{ASCII}[^A-Za-z]*$/u);
    if (isOutsider(functionName, who)) expectNothingOf(world, reply);
    if (declared.audit === 'personal' && !isMachine(declared))
      expectRecorded(who, reply, `${functionName}.${action}`);
  });
});

const isMachine = ({ access }: Action): boolean => access.by === 'timer' || access.by === 'operator';

/** Every personal call that got as far as a person leaves an entry with its outcome. */
function expectRecorded(who: CallerName, reply: Reply<unknown>, action: string): void {
  if (who === 'timer' || who === 'operator' || who === 'phone without an openid') return;
  const outcome = reply.ok ? 'ok' : reply.error.code;
  const last = latestDocuments<{ action: string; outcome: string }>(township.simulator, 'audit', 10).find(
    (entry) => entry.action === action,
  );
  expect(last?.outcome).toBe(outcome);
}

describe('what is shown to those who may see', () => {
  beforeEach(async () => {
    world = { township, enrolled: await enrolIn(township, township.here) };
  });

  test.each(['gridMember here', 'gridLeader here', 'townOfficer here', 'townOfficer of the town'] as const)(
    'a %s finds the household with its people',
    async (who) => {
      const reply = await callAs(who, world, 'sees', {
        functionName: 'registration',
        action: 'household',
        input: samples.registration.household(world),
      });
      expect(JSON.stringify(reply)).toContain(SECRET.name);
      expect(JSON.stringify(reply)).toContain(SECRET.address);
    },
  );

  test.each(['here', 'there'] as const)(
    'the queue of the village %s holds its own files only',
    async (where) => {
      const leader = township.as(township.holderOf('gridLeader', township[where].gridPath, 'queue'));
      await enrolIn(township, township[where]);
      const rows: OutputOf<Contracts['registration']['queue']>['rows'] = [];
      let after: string | null = null;
      for (let pages = 1; pages === 1 || after !== null; pages += 1) {
        const page: OutputOf<Contracts['registration']['queue']> = await leader.get('registration', 'queue', {
          status: 'submitted',
          ...(after !== null && { after }),
        });
        rows.push(...page.rows);
        after = page.next;
        // Each cell above enrolled a household: more pages than one phone may ask for in a minute.
        if (pages % PAGES_A_MINUTE === 0) await township.simulator.clock.advance(MINUTE_MS);
      }
      expect(rows.length).toBeGreaterThan(0);
      for (const { place } of rows) expect(place).toContain(township[where].name);
      expect(rows.some(({ householdId }) => householdId === world.enrolled.householdId)).toBe(
        where === 'here',
      );
    },
  );

  test.each(['here', 'there'] as const)(
    'the coverage of the village %s is of its own teams only',
    async (where) => {
      const leader = township.as(township.holderOf('gridLeader', township[where].gridPath, 'coverage'));
      const { coverage } = await leader.get('home', 'today', {});
      const own = (await leader.get('township', 'grids', { parentId: township[where].gridId })).grids.map(
        ({ id }) => id,
      );
      expect(coverage!.map(({ gridId }) => gridId).sort()).toEqual(own.sort());
    },
  );
});

test('after all of this no fault was logged, and no log holds a word of the household', () => {
  const logs = township.simulator.logs();
  expect(logs.filter(({ level }) => level === 'error')).toEqual([]);
  const text = logs.map((line) => line.text).join('\n');
  for (const told of [SECRET.name, SECRET.member, SECRET.address]) expect(text).not.toContain(told);
});
