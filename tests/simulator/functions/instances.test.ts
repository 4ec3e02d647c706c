import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

let simulator: Simulator;
const openid = 'oVillager';

beforeAll(async () => {
  simulator = await startWithFixtures({ instanceLimit: 4 });
}, 90_000);
afterAll(() => simulator.stop());

const misbehave = (how: string): Promise<unknown> => simulator.call('misbehave', { how }, { openid });
const echo = async (data: Record<string, unknown>, caller = openid): Promise<Echo> =>
  (await simulator.call('echo', data, { openid: caller })) as Echo;

interface Echo {
  event: Record<string, unknown>;
  context: Record<string, unknown>;
  now: number;
}

test('a function learns who calls, and through what', async () => {
  const { event, context } = await echo({ a: 1 });
  expect(event).toMatchObject({ a: 1, userInfo: { openId: openid } });
  expect(context).toMatchObject({ OPENID: openid, SOURCE: 'wx_client', ENV: 'cunan-local' });
  expect(context).not.toHaveProperty('API_TOKEN');
});

test('calls at the same time never see each other’s caller', async () => {
  const callers = Array.from({ length: 40 }, (_, index) => `oUser${index}`);
  const answers = await Promise.all(callers.map((caller, index) => echo({ wait: (index * 7) % 20 }, caller)));
  expect(answers.map(({ context }) => context.OPENID)).toEqual(callers);
});

test('an operator’s call has no openid and does not come from WeChat', async () => {
  await echo({});
  const { event, context } = (await simulator.invoke('echo', { a: 1 })) as Echo;
  expect(context).not.toHaveProperty('OPENID');
  expect(context.SOURCE).not.toContain('wx_client');
  expect(event).toEqual({ a: 1 });
});

test('a function called by a function sees the chain and the first caller', async () => {
  const answer = (await simulator.call('caller', { name: 'echo', data: { x: 1 } }, { openid })) as Echo;
  expect(answer.context).toMatchObject({ SOURCE: 'wx_client,scf', OPENID: openid });
  expect(answer.event).toEqual({ x: 1 });
  const twice = { name: 'caller', data: { name: 'echo', data: {} } };
  const deeper = (await simulator.invoke('caller', twice)) as Echo;
  expect(deeper.context.SOURCE).toBe('tcb_console,scf,scf');
});

test('a call below the limit takes an idle instance instead of a cold start', async () => {
  await echo({});
  const before = simulator.coldStarts();
  await echo({});
  expect(simulator.coldStarts()).toBe(before);
});

test('calls above the limit wait their turn', async () => {
  const before = simulator.coldStarts();
  await Promise.all(Array.from({ length: 12 }, () => echo({ wait: 20 })));
  expect(simulator.coldStarts() - before).toBeLessThanOrEqual(4);
});

describe('a failure stays with its own call', () => {
  test.each([
    ['throw', -504002, 'broken on purpose'],
    ['exit', -504002, 'exit code 3'],
    ['throw-later', -504002, 'broken in a timer'],
    ['reject-later', -504002, 'broken in a promise'],
    ['loop', -504003, 'timed out after 2 seconds'],
    ['hang', -504003, 'timed out after 2 seconds'],
    ['fill-memory', -504002, 'memory limit of 64 MB exceeded'],
    ['large-result', -604001, 'size exceed limit'],
  ])('%s', async (how, errCode, text) => {
    const others = Promise.all([echo({ wait: 30 }), misbehave('nothing')]);
    await expect(misbehave(how)).rejects.toMatchObject({
      errCode,
      errMsg: expect.stringContaining(text) as string,
    });
    await expect(others).resolves.toHaveLength(2);
    await expect(misbehave('nothing')).resolves.toMatchObject({ how: 'nothing' });
    if (how !== 'large-result') expect(logged(text)).toBe(true);
  });
});

const logged = (text: string): boolean => simulator.logs().some((line) => line.text.includes(text));

test('what a function prints is kept with its request, and what it was sent is not', async () => {
  await simulator.call('misbehave', { how: 'print', idNumber: '330106199003070017' }, { openid });
  const line = simulator.logs().find(({ text }) => text.startsWith('printed'));
  expect(line).toMatchObject({
    level: 'warn',
    function: 'misbehave',
    text: 'printed { deep: { down: true } }',
  });
  expect(line?.requestID).toMatch(/^[\da-f-]{36}$/);
  for (let wait = 0; wait < 50 && !logged('written'); wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(logged('written')).toBe(true);
  expect(JSON.stringify(simulator.logs())).not.toContain('330106199003070017');
});

test('a function that does not load says why in each call’s failure', async () => {
  for (let attempt = 0; attempt < 2; attempt += 1)
    await expect(simulator.call('unloadable', {}, { openid })).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('THE_KEY is missing') as string,
    });
});

test('a client may send 100 KB and no more', async () => {
  await expect(echo({ text: 'x'.repeat(100 * 1024 - 20) })).resolves.toBeDefined();
  await expect(echo({ text: 'x'.repeat(100 * 1024) })).rejects.toMatchObject({
    errMsg: expect.stringContaining('data exceed max size') as string,
  });
});

test('an unknown function is refused as CloudBase does', async () => {
  await expect(simulator.call('nobody', {}, { openid })).rejects.toMatchObject({ errCode: -501000 });
});

test('Date follows the clock, also while a call is running', async () => {
  const shift = 20_000;
  await simulator.clock.advance(shift);
  const running = echo({ wait: 1500 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await simulator.clock.advance(shift);
  expect(Math.abs((await running).now - Date.now() - 2 * shift)).toBeLessThan(5000);
});
