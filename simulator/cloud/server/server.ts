import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpError, sendJson, type Exchange } from './exchange';
import { PROTECTIVE_HEADERS, refusal } from './guards';

export interface Route {
  method: string;
  pattern: RegExp;
  handle: (exchange: Exchange) => void | Promise<void>;
}

export interface CloudServer {
  port: number;
  url: string;
  close: () => Promise<void>;
}

/**
 * Listens on this machine only. A request goes to the first route that fits, otherwise to `otherwise`, which answers
 * whether the path was its own.
 */
export async function listen(options: {
  port: number;
  routes: readonly Route[];
  otherwise: (exchange: Exchange) => Promise<boolean>;
  onError: (error: unknown) => void;
}): Promise<CloudServer> {
  let port = options.port;
  const server = createServer((request, response) => {
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?', 1)[0]!;
    for (const [name, value] of Object.entries(PROTECTIVE_HEADERS)) response.setHeader(name, value);
    const refused = refusal({ method, path, headers: request.headers }, port);
    if (refused !== undefined) {
      sendJson(response, { errMsg: refused }, 403);
      return;
    }
    if (path === '/' && request.headers.host !== `127.0.0.1:${port}`) {
      // One address for all, or a page's files (whose URLs name 127.0.0.1) would come from a foreign site.
      response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
      return;
    }
    const exchange = { request, response, captured: [] as string[] };
    answer(exchange, method, path).catch((error: unknown) => {
      // Nobody waits for an answer when the request itself broke off.
      if (response.headersSent || request.errored !== null) response.destroy();
      else if (error instanceof HttpError) sendJson(response, { errMsg: error.message }, error.status);
      else {
        options.onError(error);
        sendJson(response, { errMsg: 'the simulator failed; see its logs' }, 500);
      }
    });
  });

  async function answer(exchange: Omit<Exchange, 'url'>, method: string, path: string): Promise<void> {
    const url = urlOf(exchange.request.url ?? '/', port);
    const fitting = options.routes.filter((route) => route.pattern.test(path));
    const route = fitting.find((one) => one.method === method);
    if (route !== undefined) {
      const captured = (route.pattern.exec(path) ?? []).slice(1).map(decode);
      return route.handle({ ...exchange, url, captured });
    }
    if (fitting.length > 0) throw new HttpError(405, `${method} is not for ${path}`);
    if (!(await options.otherwise({ ...exchange, url }))) throw new HttpError(404, 'nothing here');
  }

  // Functions keep their connections: closing them sooner than the SDK's agent would break calls in flight.
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 120_000;
  await start(server, port);
  port = (server.address() as AddressInfo).port;
  return { port, url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function urlOf(target: string, port: number): URL {
  try {
    return new URL(`http://127.0.0.1:${port}${target.startsWith('/') ? target : '/'}`);
  } catch {
    throw new HttpError(400, 'malformed address');
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new HttpError(400, 'malformed address');
  }
}

function start(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken by another program; choose another one with --port`)
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
