import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createDevice } from '../../../simulator/device/index';

export interface Call {
  function: string;
  openid: string;
  data: unknown;
}

/** A device with just enough of a cloud around it: answers from `functions`, remembers what it was asked. */
export interface ServedDevice {
  url: string;
  calls: Call[];
  asked: { path: string; openid: string; body: unknown }[];
  files: Map<string, Buffer>;
  functions: Record<string, (data: unknown, openid: string) => unknown>;
  setClock(time: number): void;
  stop(): Promise<void>;
}

const personas = [
  { openid: 'zhang', name: '张三', title: '户主 · 柳溪村三组', group: '柳溪村', phone: '13800001234', home: { latitude: 30.5, longitude: 104.2 } },
  { openid: 'li', name: '李四', title: '网格员 · 柳溪村三组', group: '柳溪村', phone: '13900005678', home: { latitude: 30.6, longitude: 104.3 } },
];
const groups = [{ openGid: 'group-3', name: '柳溪村三组邻里群' }];

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Serves a mini-program's device with a stand-in for the simulator's cloud. */
export async function serveDevice(
  miniprogram = path.join(__dirname, 'fixture', 'miniprogram'),
  port = 0,
  watch = false,
): Promise<ServedDevice> {
  const streams = new Set<ServerResponse>();
  const tell = (event: object): void => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  let ahead = 0;
  const device = await createDevice({ miniprogram, watch, onRebuilt: () => tell({ type: 'device-rebuilt' }) });
  const served: Omit<ServedDevice, 'url' | 'stop'> = {
    calls: [],
    asked: [],
    files: new Map(),
    functions: {},
    setClock(time) {
      ahead = time - Date.now();
      tell({ type: 'clock', now: time });
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://simulator');
    const openid = String(request.headers['x-wx-openid'] ?? '');
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (pathname === '/simulator/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
      return;
    }
    if (await device.handle(request, response)) return;
    const body = await readBody(request);
    const file = decodeURIComponent(pathname.replace('/storage/', ''));
    if (pathname.startsWith('/storage/')) {
      if (request.method === 'PUT') {
        served.files.set(file, body);
        return json({ fileID: `cloud://test.bucket/${file}` });
      }
      if (request.method === 'DELETE') return json({}, served.files.delete(file) ? 200 : 404);
      const content = served.files.get(file);
      response.writeHead(content ? 200 : 404).end(content);
      return;
    }
    const data = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : undefined;
    if (pathname.startsWith('/call/')) {
      const name = pathname.slice('/call/'.length);
      served.calls.push({ function: name, openid, data: data?.data });
      const run = served.functions[name];
      if (!run) return json({ errCode: -501000, errMsg: `cloud.callFunction:fail FunctionName ${name} not found` });
      return json({ result: run(data?.data, openid), requestID: 'request' });
    }
    if (request.method === 'POST') served.asked.push({ path: pathname, openid, body: data });
    const known: Record<string, unknown> = {
      '/simulator/clock': { now: Date.now() + ahead },
      '/simulator/personas': personas,
      '/simulator/groups': groups,
      '/simulator/health': { ready: true, coldStarts: 0, functions: [] },
      '/simulator/messages': [],
      '/simulator/logs': [],
      '/simulator/collections': [],
      '/simulator/subscriptions': {},
      '/simulator/phones': {},
      '/simulator/open-data': data?.kind === 'phone' ? { code: 'phone-code' } : { cloudID: `cloud-id:${String(data?.openGid)}` },
    };
    if (pathname in known) json(known[pathname]);
    else json({ error: 'not found' }, 404);
  };

  const server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...served,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await device.close();
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
