import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startWithFixtures();
}, 90_000);
afterAll(() => simulator.stop());

const openid = 'oReader';
const notify = (event: Record<string, unknown>): Promise<unknown> =>
  simulator.call('notify', event, { openid });
const openapi = (api: string, parameters: Record<string, unknown>): Promise<unknown> =>
  notify({ openapi: api, parameters });

async function post(path: string, body: unknown, who = openid): Promise<{ status: number; body: unknown }> {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': who },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('a subscription message', () => {
  const message = {
    touser: openid,
    templateId: 'tmpl-supplies',
    page: 'packages/supplies/orders/index',
    data: {
      thing1: { value: '鸡蛋一箱' },
      time2: { value: '2022年12月20日 15:00' },
      phrase3: { value: '待领取' },
    },
  };
  const allow = (answer = 'accept'): Promise<unknown> =>
    post('/simulator/subscriptions', { answers: { 'tmpl-supplies': answer } });
  const send = (changes: Record<string, unknown> = {}): Promise<unknown> =>
    openapi('subscribeMessage.send', { ...message, ...changes });

  test('goes out once for each time its reader agreed', async () => {
    await allow('reject');
    await expect(send()).resolves.toMatchObject({ errCode: 43101 });
    await allow();
    await allow();
    await expect(send()).resolves.toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' });
    await expect(send()).resolves.toMatchObject({ errCode: 0 });
    await expect(send()).resolves.toMatchObject({ errCode: 43101 });
    expect(simulator.messages().slice(-2)).toMatchObject([
      { channel: 'subscription', to: openid, templateId: 'tmpl-supplies', content: { thing1: '鸡蛋一箱' } },
      {
        page: 'packages/supplies/orders/index',
        content: { time2: '2022年12月20日 15:00', phrase3: '待领取' },
      },
    ]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['a field that is too long', { data: { ...message.data, thing1: { value: '一'.repeat(21) } } }, 47003],
    ['a missing field', { data: { thing1: { value: '鸡蛋' } } }, 47003],
    ['no data', { data: undefined }, 47003],
    ['an unknown template', { templateId: 'tmpl-other' }, 40037],
    ['a malformed openid', { touser: 'o o' }, 40003],
    ['a page with a leading slash', { page: '/pages/home/index' }, 41030],
  ])('with %s is refused and costs no credit', async (_what, changes, errCode) => {
    await allow();
    const before = simulator.messages().length;
    await expect(send(changes)).resolves.toMatchObject({ errCode });
    expect(simulator.messages()).toHaveLength(before);
    await expect(send()).resolves.toMatchObject({ errCode: 0 });
  });

  test('to another reader needs that reader’s consent', async () => {
    await allow();
    await expect(send({ touser: 'oSomebodyElse' })).resolves.toMatchObject({ errCode: 43101 });
    await send();
  });
});

describe('a group robot', () => {
  const webhook = (key: string): string => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`;
  const key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'.replace(/[^\da-f-]/g, '0');
  const text = { msgtype: 'text', text: { content: '今日零报告已交' } };

  test.each(['fetch', 'https'])('is reached by %s, and what it got is kept', async (way) => {
    await expect(notify({ [way]: webhook(key), body: text })).resolves.toEqual({ errcode: 0, errmsg: 'ok' });
    expect(simulator.messages().at(-1)).toMatchObject({ channel: 'robot', to: key, content: text });
  });

  test.each<[string, string, unknown, number]>([
    ['a key that is none', 'abc', text, 93000],
    ['an unknown type', key, { msgtype: 'poem' }, 40008],
    ['no type', key, {}, 40008],
    ['an empty text', key, { msgtype: 'text', text: { content: '' } }, 44004],
    ['a text of more than 2048 bytes', key, { msgtype: 'text', text: { content: '一'.repeat(683) } }, 40058],
  ])('refuses %s', async (_what, toKey, body, errcode) => {
    await expect(notify({ https: webhook(toKey), body })).resolves.toMatchObject({ errcode });
  });

  test('takes 20 messages a minute', async () => {
    const busy = '00000000-0000-4000-8000-000000000020';
    for (let sent = 0; sent < 20; sent += 1)
      await expect(notify({ https: webhook(busy), body: text })).resolves.toMatchObject({ errcode: 0 });
    await expect(notify({ https: webhook(busy), body: text })).resolves.toMatchObject({ errcode: 45009 });
    await simulator.clock.advance(61_000);
    await expect(notify({ https: webhook(busy), body: text })).resolves.toMatchObject({ errcode: 0 });
  });

  test('fails as it is told, so often', async () => {
    const told = '00000000-0000-4000-8000-000000000021';
    await fetch(`${simulator.url}/simulator/robots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key: told, errcode: 93000, times: 1 }),
    });
    await expect(notify({ https: webhook(told), body: text })).resolves.toMatchObject({ errcode: 93000 });
    await expect(notify({ https: webhook(told), body: text })).resolves.toMatchObject({ errcode: 0 });
  });

  test.each(['fetch', 'https'])('every other host is out of reach by %s', async (way) => {
    await expect(notify({ [way]: 'https://api.example.com/x', body: {} })).resolves.toMatchObject({
      message: expect.stringContaining('nothing leave this machine') as string,
    });
  });
});

describe('a mini-program code', () => {
  const scanned = (base64: string): string | undefined => {
    const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'));
    return jsQR(new Uint8ClampedArray(data), width, height)?.data;
  };

  test('is a PNG that scans to its page and scene', async () => {
    const code = (await openapi('wxacode.getUnlimited', {
      scene: 'h=3,g=lx-03',
      page: 'packages/supplies/orders/index',
    })) as { contentType: string; base64: string };
    expect(code.contentType).toBe('image/png');
    expect(scanned(code.base64)).toBe(
      'weixin://wxacode/packages/supplies/orders/index?scene=h%3D3%2Cg%3Dlx-03',
    );
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['no scene', {}, 40169],
    ['a scene of 33 characters', { scene: 'x'.repeat(33) }, 40169],
    ['a scene in Chinese', { scene: '柳溪' }, 40129],
    ['a page with a query', { scene: 'a', page: 'pages/home/index?a=1' }, 41030],
    ['a page that is not there', { scene: 'a', page: 'pages/nowhere/index' }, 41030],
  ])('with %s is refused', async (_what, parameters, errCode) => {
    await expect(openapi('wxacode.getUnlimited', parameters)).resolves.toMatchObject({ errCode });
  });
});

describe('open data', () => {
  interface Code {
    code: string;
  }

  test('a phone number is told to the server once, for a code of its owner’s phone', async () => {
    await expect(post('/simulator/open-data', { kind: 'phone' })).resolves.toMatchObject({ status: 409 });
    await post('/simulator/phones', { phone: '13800000001' });
    const { code } = (await post('/simulator/open-data', { kind: 'phone' })).body as Code;
    await expect(openapi('phonenumber.getPhoneNumber', { code })).resolves.toMatchObject({
      phoneInfo: { purePhoneNumber: '13800000001', countryCode: '86' },
    });
    await expect(openapi('phonenumber.getPhoneNumber', { code })).resolves.toMatchObject({ errCode: 40029 });
  });

  test('a code ends after five minutes', async () => {
    const { code } = (await post('/simulator/open-data', { kind: 'phone' })).body as Code;
    await simulator.clock.advance(301_000);
    await expect(openapi('phonenumber.getPhoneNumber', { code })).resolves.toMatchObject({ errCode: 40029 });
  });

  test('an unknown group has no cloudID', async () => {
    await expect(post('/simulator/open-data', { kind: 'group', openGid: 'gNone' })).resolves.toMatchObject({
      status: 404,
    });
  });

  test('a cloudID that is none is said so, and one below the top level stays a bare id', async () => {
    const { event } = (await simulator.call(
      'echo',
      { group: { $cloudID: 'forged' }, deeper: { group: { $cloudID: 'bare' } } },
      { openid },
    )) as { event: unknown };
    expect(event).toMatchObject({ group: { errCode: -601006 }, deeper: { group: 'bare' } });
  });
});

test.each([
  ['is not emulated', () => openapi('wxacode.get', { path: 'pages/home/index' }), -604100, 'is not emulated'],
  [
    'config.json does not declare',
    () => simulator.call('undeclared', {}, { openid }),
    -604101,
    'must be declared',
  ],
])('an interface that %s is refused, and the log says why', async (_what, call, errCode, reason) => {
  await expect(call()).resolves.toMatchObject({ errCode });
  expect(simulator.logs().some(({ text }) => text.includes(reason))).toBe(true);
});
