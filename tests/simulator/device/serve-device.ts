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
  {
    openid: 'zhang',
    name: '张三',
    title: '户主 · 柳溪村三组',
    group: '柳溪村',
    phone: '13800001234',
    home: '柳溪村三组 12 号',
  },
  {
    openid: 'li',
    name: '李四',
    title: '网格员 · 柳溪村三组',
    group: '柳溪村',
    phone: '13900005678',
    home: '柳溪村三组 3 号',
  },
];
const groups = [{ openGid: 'group-3', name: '柳溪村三组邻里群' }];

const messages = [
  {
    seq: 1,
    at: 1_700_000_000_000,
    channel: 'subscription',
    to: 'li',
    templateId: '登记审核提醒',
    page: 'pages/detail/detail?id=7',
    content: { thing1: { value: '张三家待核实' } },
  },
];
const logs = [
  {
    seq: 1,
    at: 1_700_000_000_000,
    function: 'registration',
    instance: 1,
    level: 'info',
    text: 'enrol',
    requestID: 'r1',
  },
];

const temporaryUrls = (body: Buffer): object[] =>
  (JSON.parse(body.toString()) as { fileList: string[] }).fileList.map((fileID) => ({
    fileID,
    tempFileURL: `/storage/${fileID.replace('cloud://test.bucket/', '')}`,
    status: 0,
    errMsg: 'ok',
  }));

interface Reply {
  status: number;
  body: unknown;
}

const openData = (data: Record<string, unknown> | undefined): object =>
  data?.kind === 'phone' ? { code: 'phone-code' } : { cloudID: `cloud-id:${String(data?.openGid)}` };

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
  const device = await createDevice({
    miniprogram,
    watch,
    onRebuilt: () => tell({ type: 'device-rebuilt' }),
  });
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

  const storage = (method: string | undefined, file: string, body: Buffer): Reply => {
    if (method === 'POST') return { status: 200, body: { fileList: temporaryUrls(body) } };
    if (method === 'PUT') served.files.set(file, body);
    if (method === 'PUT') return { status: 200, body: { fileID: `cloud://test.bucket/${file}` } };
    if (method === 'DELETE') return { status: served.files.delete(file) ? 200 : 404, body: {} };
    const content = served.files.get(file);
    return { status: content ? 200 : 404, body: content };
  };

  const reply = (request: IncomingMessage, pathname: string, body: Buffer): Reply => {
    const openid = String(request.headers['x-wx-openid'] ?? '');
    if (pathname.startsWith('/storage'))
      return storage(request.method, decodeURIComponent(pathname.slice('/storage/'.length)), body);
    const data = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : undefined;
    if (pathname.startsWith('/call/')) {
      const name = pathname.slice('/call/'.length);
      served.calls.push({ function: name, openid, data: data?.data });
      const run = served.functions[name];
      return run
        ? { status: 200, body: { result: run(data?.data, openid), requestID: 'request' } }
        : { status: 200, body: { errCode: -501000, errMsg: `FunctionName ${name} could not be found` } };
    }
    if (request.method === 'POST') served.asked.push({ path: pathname, openid, body: data });
    if (typeof data?.set === 'number') served.setClock(data.set);
    if (typeof data?.advance === 'number') served.setClock(Date.now() + ahead + data.advance);
    const known: Record<string, unknown> = {
      '/simulator/clock': { now: Date.now() + ahead },
      '/simulator/personas': personas,
      '/simulator/groups': groups,
      '/simulator/health': { ready: true, coldStarts: 0, functions: [] },
      '/simulator/messages': messages,
      '/simulator/logs': logs,
      '/simulator/collections': [{ name: 'households', count: 1 }],
      '/simulator/collections/households': { total: 1, documents: [{ _id: 'h1', address: '柳溪村三组' }] },
      '/simulator/subscriptions': {},
      '/simulator/phones': {},
      '/simulator/open-data': openData(data),
    };
    return pathname in known ? { status: 200, body: known[pathname] } : { status: 404, body: {} };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://simulator');
    if (pathname === '/simulator/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(':\n\n');
      streams.add(response);
      request.on('close', () => streams.delete(response));
    } else if (!(await device.handle(request, response))) {
      const { status, body } = reply(request, pathname, await readBody(request));
      if (body instanceof Buffer) response.writeHead(status).end(body);
      else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    }
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
