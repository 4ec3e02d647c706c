import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startWithFixtures();
}, 90_000);
afterAll(() => simulator.stop());

async function get(path: string): Promise<unknown> {
  return (await fetch(simulator.url + path)).json();
}
async function post(path: string, body: unknown, openid?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
  };
  return (await fetch(simulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

test('health names the functions and counts cold starts', async () => {
  await post('/call/echo', { data: {} }, 'oA');
  await expect(get('/simulator/health')).resolves.toMatchObject({
    ready: true,
    coldStarts: 1,
    functions: expect.arrayContaining(['echo', 'caller']) as string[],
  });
});

test('/call answers as wx.cloud.callFunction does', async () => {
  await expect(post('/call/echo', { data: { a: 1 } }, 'oA')).resolves.toMatchObject({
    result: { event: { a: 1 } },
    requestID: expect.stringMatching(/^[\da-f-]{36}$/) as string,
  });
  await expect(post('/call/misbehave', { data: { how: 'throw' } }, 'oA')).resolves.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringMatching(/^cloud\.callFunction:fail .*broken on purpose/) as string,
  });
});

test('an operator invokes without a phone, and a timer fires on demand', async () => {
  await expect(post('/simulator/invoke/echo', { data: { a: 1 } })).resolves.toMatchObject({
    result: { event: { a: 1 }, context: { SOURCE: 'tcb_console' } },
  });
  await expect(post('/simulator/timers/clockwork', {})).resolves.toMatchObject({
    result: { source: 'wx_trigger' },
  });
});

test('the clock is read, set and advanced', async () => {
  const { now } = (await post('/simulator/clock', { set: '2022-12-20T08:00:00+08:00' })) as { now: number };
  expect(now - Date.parse('2022-12-20T00:00:00Z')).toBeLessThan(2000);
  await post('/simulator/clock', { advance: 1000 });
  const later = (await get('/simulator/clock')) as { now: number };
  expect(later.now).toBeGreaterThanOrEqual(now + 1000);
});

test('logs are read on from where one stopped', async () => {
  await post('/call/misbehave', { data: { how: 'print' } }, 'oA');
  const lines = (await get('/simulator/logs')) as { seq: number }[];
  expect(lines.length).toBeGreaterThan(0);
  await expect(get(`/simulator/logs?after=${lines.at(-1)!.seq}`)).resolves.toEqual([]);
});

test('collections are browsed page by page', async () => {
  simulator.database.insertMany(
    'things',
    Array.from({ length: 5 }, (_, index) => ({ _id: `t${index}`, index })),
  );
  await expect(get('/simulator/collections')).resolves.toContainEqual({ name: 'things', count: 5 });
  const page = (await get('/simulator/collections/things?offset=2&limit=2')) as {
    total: number;
    documents: unknown[];
  };
  expect(page.total).toBe(5);
  expect(page.documents).toHaveLength(2);
});

test('events tell the pages around the phone of messages and of the clock', async () => {
  const { body } = await fetch(`${simulator.url}/simulator/events`);
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await post('/simulator/clock', { advance: 1000 });
  const { value } = await reader.read();
  expect(value).toMatch(/^data: \{"type":"clock","now":\d+\}\n\n$/);
  await reader.cancel();
});
