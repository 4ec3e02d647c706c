import { request as httpRequest } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startWithFixtures();
}, 90_000);
afterAll(() => simulator.stop());

interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  host?: string;
}

/** `fetch` refuses to set Host, Origin and dot segments, which is just what is to be tried. */
function send({ method = 'GET', path, headers = {}, body, host = '127.0.0.1' }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host, port: simulator.port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = { method: 'POST', path: '/call/echo', body: '{"data":{}}' };
const phone = { 'x-wx-openid': 'oA' };
const admin = {
  method: 'POST',
  path: '/admin',
  body: '{"action":"database.getDocument","collectionName":"things"}',
};

describe('who may drive the simulator', () => {
  test.each<[string, Sent, number]>([
    [
      'its own page',
      { ...call, headers: { ...phone, origin: 'SELF', 'sec-fetch-site': 'same-origin' } },
      200,
    ],
    ['a program on this machine', { ...call, headers: phone }, 200],
    ['by the name localhost', { ...call, headers: { ...phone, host: 'localhost:PORT' } }, 200],
    [
      'a name that leads here by DNS rebinding',
      { ...call, headers: { ...phone, host: 'evil.example:PORT' } },
      403,
    ],
    ['another port’s page', { ...call, headers: { ...phone, origin: 'http://127.0.0.1:1' } }, 403],
    ['a foreign page', { ...call, headers: { ...phone, origin: 'https://evil.example' } }, 403],
    ['a page without origin (sandboxed)', { ...call, headers: { ...phone, origin: 'null' } }, 403],
    [
      'a foreign page’s image',
      { path: '/simulator/messages', headers: { 'sec-fetch-site': 'cross-site' } },
      403,
    ],
    [
      'a neighbouring port’s page',
      { path: '/simulator/messages', headers: { 'sec-fetch-site': 'same-site' } },
      403,
    ],
    ['the SDK', admin, 200],
    ['its own page on the SDK’s path', { ...admin, headers: { origin: 'SELF' } }, 403],
    ['a page’s form on the SDK’s path', { ...admin, headers: { 'sec-fetch-site': 'none' } }, 403],
    [
      'a page posing as the group robot’s sender',
      { method: 'POST', path: '/cgi-bin/webhook/send', headers: { origin: 'SELF' } },
      403,
    ],
  ])('%s', async (_who, request, status) => {
    const port = String(simulator.port);
    const headers = Object.fromEntries(
      Object.entries(request.headers ?? {}).map(([name, value]) => [
        name,
        value.replace('SELF', simulator.url).replace('PORT', port),
      ]),
    );
    await expect(send({ ...request, headers })).resolves.toBe(status);
  });

  test('a link on a foreign page may show the front page, and only in a tab', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    await expect(send({ path: '/', headers })).resolves.toBe(404); // no phone in this test, but let in
    await expect(send({ path: '/', headers: { ...headers, 'sec-fetch-dest': 'iframe' } })).resolves.toBe(403);
    await expect(send({ path: '/simulator/logs', headers })).resolves.toBe(403);
  });

  test('the front page has one address, so that files shown on it are not foreign', async () => {
    const { status, headers } = await fetch(`http://localhost:${simulator.port}/`, { redirect: 'manual' });
    expect(status).toBe(307);
    expect(headers.get('location')).toBe(`${simulator.url}/`);
  });

  test('no other machine reaches it', async () => {
    const other = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal);
    if (other === undefined) return;
    await expect(send({ host: other.address, path: '/simulator/health' })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  test('every answer forbids sniffing, framing and embedding, and allows no other origin', async () => {
    const { headers } = await fetch(`${simulator.url}/simulator/health`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('malformed requests get a clear refusal', () => {
  test.each<[string, Sent, number]>([
    ['no openid', call, 400],
    ['a crafted openid', { ...call, headers: { 'x-wx-openid': 'o A;' } }, 400],
    ['no JSON', { ...call, headers: phone, body: '{' }, 400],
    ['JSON that is no object', { ...call, headers: phone, body: '[]' }, 400],
    ['a huge body', { ...call, headers: phone, body: 'x'.repeat(2_000_000) }, 413],
    ['a wrong method', { method: 'DELETE', path: '/simulator/clock' }, 405],
    ['an unknown path', { path: '/simulator/nothing' }, 404],
    ['a broken escape', { path: '/storage/%E0%A4%A.png', headers: phone }, 400],
    ['a clock without direction', { method: 'POST', path: '/simulator/clock', body: '{"advance":-1}' }, 400],
    [
      'a clock beyond all calendars',
      { method: 'POST', path: '/simulator/clock', body: '{"set":1e300}' },
      400,
    ],
    ['an unknown collection', { path: '/simulator/collections/nothing' }, 404],
  ])('%s', async (_what, request, status) => {
    await expect(send(request)).resolves.toBe(status);
  });
});
