import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

let data: string;
let simulator: Simulator | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'cunan-restart-'));
});
afterEach(async () => {
  await simulator?.stop();
  rmSync(data, { recursive: true });
});

const openid = 'oReader';
const headers = { 'content-type': 'application/json', 'x-wx-openid': openid };
const start = async (options: Parameters<typeof startWithFixtures>[0] = {}): Promise<Simulator> => {
  simulator = await startWithFixtures({ data: join(data, 'cloud'), ...options });
  return simulator;
};
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(simulator!.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
const send = (): Promise<unknown> =>
  simulator!.call(
    'notify',
    {
      openapi: 'subscribeMessage.send',
      parameters: {
        touser: openid,
        templateId: 'tmpl-supplies',
        data: { thing1: { value: '鸡蛋' }, time2: { value: '15:00' }, phrase3: { value: '待领取' } },
      },
    },
    { openid },
  );

test('a restart keeps documents, files, messages, credits, phone numbers, secrets and the clock', async () => {
  const first = await start();
  const { secrets } = first;
  first.database.insertMany('things', [{ _id: 't1', name: '口罩' }]);
  await post('/simulator/subscriptions', { answers: { 'tmpl-supplies': 'accept' } });
  await post('/simulator/subscriptions', { answers: { 'tmpl-supplies': 'accept' } });
  await post('/simulator/phones', { phone: '13800000001' });
  await expect(send()).resolves.toMatchObject({ errCode: 0 });
  await fetch(`${first.url}/storage/a.png`, {
    method: 'PUT',
    headers: { 'x-wx-openid': openid },
    body: 'png',
  });
  await first.clock.set('2030-01-01T08:00:00+08:00');
  await first.stop();

  const second = await start();
  expect(second.secrets).toEqual(secrets);
  expect(second.database.count('things')).toBe(1);
  expect(second.messages()).toMatchObject([{ to: openid, content: { thing1: '鸡蛋' } }]);
  expect(second.clock.now() - Date.parse('2030-01-01T00:00:00Z')).toBeLessThan(60_000);
  const file = await fetch(`${second.url}/storage/a.png`, { headers: { 'x-wx-openid': openid } });
  expect(await file.text()).toBe('png');
  await expect(send()).resolves.toMatchObject({ errCode: 0 });
  await expect(send()).resolves.toMatchObject({ errCode: 43101 });
  expect((await post('/simulator/open-data', { kind: 'phone' })).status).toBe(200);
}, 90_000);

test('a second simulator on the same folder is refused while the first one runs', async () => {
  const first = await start();
  await expect(startWithFixtures({ data: join(data, 'cloud') })).rejects.toThrow(
    'another simulator is running',
  );
  await first.stop();
  await expect(start()).resolves.toBeDefined();
}, 90_000);

test.each(['simulator.sqlite', 'database.db'])(
  'a damaged %s is named and left as it is',
  async (name) => {
    await (await start()).stop();
    const file = join(data, 'cloud', name);
    for (const log of ['-wal', '-shm']) rmSync(file + log, { force: true });
    writeFileSync(file, 'no database at all, and too short');
    await expect(start()).rejects.toThrow(new RegExp(`${name}.*--reset`, 's'));
    expect(readFileSync(file, 'utf8')).toBe('no database at all, and too short');
    simulator = undefined;
    await expect(start({ reset: true })).resolves.toBeDefined();
  },
  90_000,
);

test('a busy port is named', async () => {
  const first = await start();
  await expect(startWithFixtures({ port: first.port })).rejects.toThrow(`port ${first.port} is taken`);
}, 90_000);

test('a change of the sources is running a moment later, and a broken one is reported while the old one goes on', async () => {
  const functions = join(data, 'functions');
  cpSync(join(__dirname, '../fixtures/functions/misbehave'), join(functions, 'changing'), {
    recursive: true,
  });
  const write = (code: string): void => writeFileSync(join(functions, 'changing/index.ts'), code);
  write('export const main = () => 1;');
  const running = await start({ functions, watch: true });
  const call = (): Promise<unknown> => running.call('changing', {}, { openid });
  const until = async (done: () => Promise<boolean>): Promise<boolean> => {
    for (let wait = 0; wait < 500; wait += 1) {
      if (await done()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };
  await expect(call()).resolves.toBe(1);
  write('export const main = () => 2;');
  await expect(until(async () => (await call()) === 2)).resolves.toBe(true);
  write('export const main = () => {');
  const reported = (): boolean =>
    running.logs().some(({ level, text }) => level === 'error' && text.includes('index.ts'));
  await expect(until(async () => reported())).resolves.toBe(true);
  await expect(call()).resolves.toBe(2);
  write('export const main = () => new Promise((done) => setTimeout(() => done(3), 1000));');
  await expect(until(async () => (await call()) === 3)).resolves.toBe(true);
  const running3 = call();
  write('export const main = () => 4;');
  await expect(until(async () => (await call()) === 4)).resolves.toBe(true);
  await expect(running3).resolves.toBe(3);
}, 90_000);
