import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

const data = mkdtempSync(join(tmpdir(), 'cunan-storage-'));
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startWithFixtures({ data: join(data, 'cloud') });
}, 90_000);
afterAll(async () => {
  await simulator.stop();
  rmSync(data, { recursive: true });
});

const openid = 'oOwner';
const shelf = (event: Record<string, string>): Promise<unknown> => simulator.call('shelf', event, { openid });

interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Sends the path to the letter, where `fetch` would tidy it. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer | string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port: simulator.port, method, path, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            body: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const as = (who: string): Record<string, string> => ({ 'x-wx-openid': who });
const put = (path: string, body: Buffer | string, who = openid): Promise<Answer> =>
  send('PUT', `/storage/${path}`, as(who), body);

describe('through the SDK', () => {
  test('a file is uploaded, read, given a temporary URL and deleted', async () => {
    const { fileID } = (await shelf({ put: 'reports/日报.txt', text: '平安无事' })) as { fileID: string };
    expect(fileID).toMatch(/^cloud:\/\/cunan-local\.[\w-]+\/reports\/日报\.txt$/);
    await expect(shelf({ get: fileID })).resolves.toBe('平安无事');

    const { fileList } = (await shelf({ url: fileID })) as {
      fileList: { status: number; tempFileURL: string }[];
    };
    expect(fileList[0]).toMatchObject({
      status: 0,
      tempFileURL: expect.stringContaining(simulator.url) as string,
    });
    const fetched = await fetch(fileList[0]!.tempFileURL);
    expect(await fetched.text()).toBe('平安无事');
    expect(fetched.headers.get('content-disposition')).toBe('attachment');

    await expect(shelf({ remove: fileID })).resolves.toMatchObject({ fileList: [{ fileID, status: 0 }] });
    await expect(shelf({ get: fileID })).resolves.toHaveProperty('errCode');
    expect((await fetch(fileList[0]!.tempFileURL)).status).toBe(404);
  });

  test('what is not there, or not ours, is said so', async () => {
    const missing = 'cloud://cunan-local.6375-cunan-local-1300000000/none.txt';
    await expect(shelf({ url: missing })).resolves.toMatchObject({
      fileList: [{ status: -503003, tempFileURL: '' }],
    });
    await expect(shelf({ url: 'cloud://other-env.x/none.txt' })).resolves.toMatchObject({
      fileList: [{ status: -503003 }],
    });
    await expect(shelf({ remove: missing })).resolves.toMatchObject({ fileList: [{ status: -503003 }] });
  });

  test('a path or a type that is not taken is refused', async () => {
    await expect(shelf({ put: '../up.txt', text: 'x' })).resolves.toHaveProperty('errCode');
    await expect(shelf({ put: 'page.html', text: '<script>' })).resolves.toMatchObject({
      errMsg: expect.stringContaining('files of this type are not taken') as string,
    });
  });
});

describe('from a phone', () => {
  test('its owner reads and deletes a file, another phone does neither', async () => {
    const { status, body } = await put('codes/a.png', 'png');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ fileID: expect.stringContaining('/codes/a.png') as string });
    await expect(send('GET', '/storage/codes/a.png', as(openid))).resolves.toMatchObject({
      status: 200,
      body: 'png',
      headers: { 'content-type': 'image/png', 'content-length': '3', 'content-disposition': 'inline' },
    });
    await expect(send('GET', '/storage/codes/a.png', as('oOther'))).resolves.toMatchObject({ status: 403 });
    await expect(send('GET', '/storage/codes/a.png')).resolves.toMatchObject({ status: 400 });
    await expect(put('codes/a.png', 'forged', 'oOther')).resolves.toMatchObject({ status: 403 });
    await expect(send('DELETE', '/storage/codes/a.png', as('oOther'))).resolves.toMatchObject({
      status: 403,
    });
    await expect(send('DELETE', '/storage/codes/a.png', as(openid))).resolves.toMatchObject({ status: 200 });
    await expect(send('GET', '/storage/codes/a.png', as(openid))).resolves.toMatchObject({ status: 404 });
  });

  test('a picture of a notice or a shop is for everybody who was told its path, and still only its owner’s to write', async () => {
    for (const path of ['notice-files/a/b.png', 'items/a/b.png']) {
      const { fileID } = JSON.parse((await put(path, 'png')).body) as { fileID: string };
      const asked = JSON.stringify({ fileList: [fileID] });
      const { body } = await send('POST', '/storage/', as('oOther'), asked);
      const { fileList } = JSON.parse(body) as { fileList: [{ tempFileURL: string }] };
      expect((await fetch(fileList[0].tempFileURL)).status).toBe(200);
      await expect(put(path, 'forged', 'oOther')).resolves.toMatchObject({ status: 403 });
    }
    const { fileID } = JSON.parse((await put('rosters/notice-files/a.png', 'png')).body) as {
      fileID: string;
    };
    const { body } = await send('POST', '/storage/', as('oOther'), JSON.stringify({ fileList: [fileID] }));
    expect(body).toContain('storage permission denied');
  });

  test('a temporary URL is given to the owner only, ends with its time and fits one file', async () => {
    const { fileID } = JSON.parse((await put('codes/b.png', 'b')).body) as { fileID: string };
    await put('codes/c.png', 'c');
    const ask = async (who: string): Promise<{ status: number; tempFileURL: string }> => {
      const { body } = await send(
        'POST',
        '/storage/',
        as(who),
        JSON.stringify({ fileList: [{ fileID, maxAge: 60 }] }),
      );
      return (JSON.parse(body) as { fileList: [{ status: number; tempFileURL: string }] }).fileList[0];
    };
    expect(await ask('oOther')).toMatchObject({ status: -503002, tempFileURL: '' });
    const { tempFileURL } = await ask(openid);
    expect((await fetch(tempFileURL)).status).toBe(200);
    expect((await fetch(tempFileURL, { method: 'HEAD' })).headers.get('content-length')).toBe('1');
    expect((await fetch(tempFileURL.replace('b.png', 'c.png'))).status).toBe(403);
    expect((await fetch(tempFileURL.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).status).toBe(403);
    await simulator.clock.advance(61_000);
    expect((await fetch(tempFileURL)).status).toBe(403);
  });

  test('an image of more than 10 MB is refused and leaves nothing', async () => {
    const before = files();
    await expect(put('codes/huge.jpg', Buffer.alloc(10 * 1024 * 1024 + 1))).resolves.toMatchObject({
      status: 413,
    });
    expect(files()).toEqual(before);
    await expect(send('GET', '/storage/codes/huge.jpg', as(openid))).resolves.toMatchObject({ status: 404 });
  });

  test('a refusal is heard also when the file it is for is large', async () => {
    await expect(put('run.js', Buffer.alloc(20 * 1024 * 1024))).resolves.toMatchObject({ status: 400 });
  });

  test.each(['page.html', 'run.js', 'image.svg', 'noending', 'double.png.exe'])(
    '%s is not taken',
    async (path) => {
      await expect(put(path, 'x')).resolves.toMatchObject({ status: 400 });
    },
  );
});

const files = (): string[] => readdirSync(join(data, 'cloud', 'storage')).sort();

describe('a crafted path', () => {
  test.each([
    '../secrets.json',
    '..%2fsecrets.json',
    '%2e%2e/secrets.json',
    '%2e%2e%2fsecrets.json',
    'a/../../secrets.json',
    'a/..%5c..%5csecrets.json',
    '..%5csecrets.json',
    '/etc/passwd.txt',
    '%2fetc%2fpasswd.txt',
    'C:%5cwindows%5cwin.txt',
    'a%00.png',
    'a//b.png',
    './a.png',
    'a%0ab.png',
    '%252e%252e%252fa.png',
    `${'a'.repeat(600)}.png`,
  ])('%s reaches nothing', async (path) => {
    const before = readdirSync(join(data, 'cloud')).sort();
    expect((await put(path, 'x')).status).toBe(400);
    expect((await send('GET', `/storage/${path}`, as(openid))).status).toBeGreaterThanOrEqual(400);
    expect((await send('DELETE', `/storage/${path}`, as(openid))).status).toBeGreaterThanOrEqual(400);
    expect(readdirSync(join(data, 'cloud')).sort()).toEqual(before);
    expect(readdirSync(data)).toEqual(['cloud']);
  });

  test('on disk, no name is one that a user chose', async () => {
    await put('somebody/chose/this.png', 'x');
    for (const name of files()) expect(name).toMatch(/^[\da-f]{64}$/);
  });
});
