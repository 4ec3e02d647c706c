import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

const ROBOT_HOST = 'qyapi.weixin.qq.com';
const LOCAL = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Nothing leaves this machine: WeChat's group robots are answered by the simulator, every other host is refused,
 * so that a forgotten call to the outside shows on the first day and not in the village.
 */
export function guardNetwork(port: number): void {
  refuseOtherHosts();
  redirectRobotRequests(port);
  redirectRobotFetches(port);
}

function refuseOtherHosts(): void {
  const sockets = net.Socket.prototype as {
    connect: (this: net.Socket, ...parameters: unknown[]) => net.Socket;
  };
  const { connect } = sockets;
  sockets.connect = function (this: net.Socket, ...parameters: unknown[]): net.Socket {
    const host = hostOf(parameters);
    if (!LOCAL.has(host)) {
      queueMicrotask(() =>
        this.destroy(
          new Error(`The simulator lets nothing leave this machine: connection to ${host} refused`),
        ),
      );
      return this;
    }
    return connect.apply(this, parameters);
  };
}

/** node calls this with options, with normalised `[options, callback]`, with `(port, host)` or with a path. */
function hostOf(parameters: unknown[]): string {
  const first: unknown = [parameters[0]].flat()[0];
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string | null; path?: string | null };
    return path ?? host ?? 'localhost';
  }
  return typeof parameters[1] === 'string' ? parameters[1] : 'localhost';
}

type Request = typeof https.request;

function redirectRobotRequests(port: number): void {
  const original = https.request;
  const request = ((...parameters: unknown[]) => {
    const target = robotTarget(parameters);
    if (target === undefined) return Reflect.apply(original, https, parameters) as http.ClientRequest;
    const callback = parameters.find((parameter) => typeof parameter === 'function');
    return http.request(
      { ...target, protocol: 'http:', hostname: '127.0.0.1', host: '127.0.0.1', port },
      callback as (response: http.IncomingMessage) => void,
    );
  }) as Request;
  https.request = request;
  https.get = ((...parameters: Parameters<Request>) => request(...parameters).end()) as typeof https.get;
}

function robotTarget(parameters: unknown[]): http.RequestOptions | undefined {
  let target: http.RequestOptions = {};
  for (const parameter of parameters)
    if (typeof parameter === 'string' || parameter instanceof URL) {
      const url = new URL(parameter);
      target = { hostname: url.hostname, path: url.pathname + url.search };
    } else if (typeof parameter === 'object' && parameter !== null) target = { ...target, ...parameter };
  if ((target.hostname ?? target.host) !== ROBOT_HOST) return undefined;
  const { method, path, timeout, signal } = target;
  // Without the Host header of the caller's making, node writes the simulator's own.
  const headers = Object.entries((target.headers ?? {}) as http.OutgoingHttpHeaders).filter(
    ([name]) => name.toLowerCase() !== 'host',
  );
  return { method, path, timeout, signal, headers: Object.fromEntries(headers) };
}

function redirectRobotFetches(port: number): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' || url.hostname !== ROBOT_HOST) return original(input, init);
    const local = `http://127.0.0.1:${port}${url.pathname}${url.search}`;
    return original(input instanceof Request ? new Request(local, input) : local, init);
  };
}
