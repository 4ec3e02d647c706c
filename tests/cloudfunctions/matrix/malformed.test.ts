import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Contracts, Reply } from '../../../cloudfunctions/contracts';
import type { Access } from '../../../cloudfunctions/contracts/contract';
import { CallError } from '../../../simulator/simulator';
import { everyAction } from '../../support/contracts';
import { useTownship } from '../../support/township';
import { mutationsOf } from './mutations';
import { samples } from './samples';
import { enrolIn, type World } from './world';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

const township = useTownship({ timers: false });
let world: World;
beforeAll(async () => {
  world = { township, enrolled: await enrolIn(township, township.here) };
});

/** A timer's action takes no input from anybody. */
const actions = everyAction.filter(([, , { access }]) => access.by !== 'timer');
/** Below the calls a minute that `serve` lets one phone make. */
const CALLS_A_MINUTE = 100;

const sampleOf = (functionName: keyof Contracts, action: string): unknown =>
  (samples[functionName] as Record<string, (world: World) => unknown>)[action]!(world);

/** Somebody who may call the action, so that the input is looked at. */
function openidFor(access: Access): string {
  if (access.by === 'household') return world.enrolled.openid;
  if (access.by === 'staff') return township.holderOf(access.roles[0], township.here.gridPath, 'malformed');
  return 'o-test-malformed';
}

async function send(functionName: keyof Contracts, action: string, access: Access, input: unknown) {
  const { simulator } = township;
  const data = { action, input };
  const reply =
    access.by === 'operator'
      ? await simulator.invoke(functionName, data)
      : await simulator.call(functionName, data, { openid: openidFor(access) });
  return reply as Reply<unknown>;
}

/** All that the database holds, in short. */
function everythingWritten(): string {
  const hash = createHash('sha256');
  for (const { name } of township.simulator.database.collections())
    hash.update(name).update(JSON.stringify(township.documents(name)));
  return hash.digest('hex');
}

/** Past the limits of the last minute, and just past a minute's beginning: no timer writes anything while a test looks. */
const nextMinute = () => {
  const { clock } = township.simulator;
  return clock.set((Math.floor(clock.now() / 60_000) + 2) * 60_000 + 500);
};

/** Plain Chinese, with no word of zod's or JavaScript's; it may quote what the user wrote. */
const isChinese = (text: string): boolean =>
  /^\p{Script=Han}/u.test(text) &&
  !/invalid|expected|received|required|undefined|\bnull\b|\[object/i.test(text);

/** What was wrong about the answer, or null. */
function complaint(reply: Reply<unknown>, path: string, mustBeRefused: boolean): string | null {
  if (reply.ok) return mustBeRefused ? 'was accepted' : null;
  const { code, message, fields = {} } = reply.error;
  if (code === 'INTERNAL') return 'was a fault';
  if (!isChinese(message)) return `message: ${message}`;
  for (const text of Object.values(fields)) if (!isChinese(text)) return `field: ${text}`;
  if (!mustBeRefused) return null;
  if (code !== 'INVALID_INPUT') return code;
  const isNamed = Object.keys(fields).some(
    (field) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`),
  );
  return isNamed || path === '' ? null : `named ${Object.keys(fields).join(', ') || 'no field'}`;
}

describe.each(actions)('%s.%s', (functionName, action, { access, input: schema }) => {
  const mutations = () => [...mutationsOf(schema, sampleOf(functionName, action))];

  test('every wrong form of its input is refused in Chinese beside its field, and nothing is written', async () => {
    openidFor(access);
    const wrong = mutations().filter(({ mustBeRefused }) => mustBeRefused);
    expect(wrong.length).toBeGreaterThan(0);
    const complaints: string[] = [];
    for (let from = 0; from < wrong.length; from += CALLS_A_MINUTE) {
      await nextMinute();
      const before = everythingWritten();
      for (const { title, path, input } of wrong.slice(from, from + CALLS_A_MINUTE)) {
        const found = complaint(await send(functionName, action, access, input), path, true);
        if (found !== null) complaints.push(`${title}: ${found}`);
      }
      expect(everythingWritten()).toBe(before);
    }
    expect(complaints).toEqual([]);
  });

  test('odd texts and numbers that no rule forbids are no fault either', async () => {
    const odd = mutations().filter(({ mustBeRefused }) => !mustBeRefused);
    const complaints: string[] = [];
    for (const [i, { title, path, input }] of odd.entries()) {
      if (i % CALLS_A_MINUTE === 0) await nextMinute();
      const found = complaint(await send(functionName, action, access, input), path, false);
      if (found !== null) complaints.push(`${title}: ${found}`);
    }
    expect(complaints).toEqual([]);
  });

  test('no JSON whatever makes a fault', async () => {
    await nextMinute();
    const sample = sampleOf(functionName, action) as Record<string, unknown>;
    const keys = Object.keys(sample);
    const anyJson = fc.jsonValue({ maxDepth: 5 });
    const almostRight =
      keys.length === 0
        ? anyJson
        : fc.tuple(fc.constantFrom(...keys), anyJson).map(([key, value]) => ({ ...sample, [key]: value }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyJson, almostRight), async (input) => {
        expect(complaint(await send(functionName, action, access, input), '', false)).toBeNull();
      }),
      { numRuns: 80 },
    );
  });

  if (access.by !== 'operator')
    test('more than 100 KB does not arrive', async () => {
      const sample = sampleOf(functionName, action) as object;
      const call = send(functionName, action, access, { ...sample, filling: 'x'.repeat(101 * 1024) });
      await expect(call).rejects.toBeInstanceOf(CallError);
    });
});

test('after all of this no fault was logged', () => {
  expect(township.simulator.logs().filter(({ level }) => level === 'error')).toEqual([]);
});
