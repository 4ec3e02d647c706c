import { keepTemporary, readAsset } from '../assets';
import {
  NetworkDown,
  networkType,
  networkState,
  offNetworkChange,
  onNetworkChange,
  passNetwork,
} from '../network';
import { method, Refusal } from './method';

interface RequestOptions {
  url: string;
  data?: string | Record<string, unknown> | ArrayBuffer;
  header?: Record<string, string>;
  method?: string;
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
  timeout?: number;
}

/** The phone stays on this machine: other hosts cannot be reached. */
async function send(url: string, init: RequestInit): Promise<Response> {
  const target = new URL(url, location.origin);
  if (target.origin !== location.origin) throw new Refusal(`模拟器不上外网：${target.host}`);
  try {
    await passNetwork();
    return await fetch(target, init);
  } catch (error) {
    if (error instanceof NetworkDown || error instanceof TypeError)
      throw new Refusal('net::ERR_INTERNET_DISCONNECTED');
    throw error;
  }
}

/** Requests can be aborted through the task that the call returns, in either style of call. */
function abortable<O extends object, R extends object>(
  name: string,
  run: (options: O, signal: AbortSignal) => Promise<R>,
) {
  return (options: O) => {
    const controller = new AbortController();
    const answered = method(name, (given: O) => run(given, controller.signal))(options);
    const task = {
      abort: () => controller.abort(),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
      onProgressUpdate: () => undefined,
      offProgressUpdate: () => undefined,
    };
    return answered ? Object.assign(answered, task) : task;
  };
}

async function request(options: RequestOptions, signal: AbortSignal) {
  const verb = (options.method ?? 'GET').toUpperCase();
  const inAddress =
    verb === 'GET' && typeof options.data === 'object' && !(options.data instanceof ArrayBuffer);
  const search = inAddress ? new URLSearchParams(options.data as Record<string, string>).toString() : '';
  const url = search === '' ? options.url : `${options.url}${options.url.includes('?') ? '&' : '?'}${search}`;
  const plain = typeof options.data === 'string' || options.data instanceof ArrayBuffer;
  const body = verb === 'GET' ? null : plain ? (options.data as string) : JSON.stringify(options.data ?? {});
  const headers = { 'content-type': 'application/json', ...options.header };
  const response = await send(url, { method: verb, signal, headers, body });
  const data =
    options.responseType === 'arraybuffer' ? await response.arrayBuffer() : readText(await response.text());
  return { data, statusCode: response.status, header: Object.fromEntries(response.headers), cookies: [] };
}

function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const network = {
  request: abortable('request', request),
  downloadFile: abortable('downloadFile', async ({ url }: { url: string }, signal) => {
    const response = await send(url, { signal });
    return { statusCode: response.status, tempFilePath: keepTemporary(await response.blob()) };
  }),
  uploadFile: abortable(
    'uploadFile',
    async (
      {
        url,
        filePath,
        name,
        formData,
      }: { url: string; filePath: string; name: string; formData?: Record<string, string> },
      signal,
    ) => {
      const body = new FormData();
      for (const [key, value] of Object.entries(formData ?? {})) body.append(key, value);
      body.append(name, await readAsset(filePath));
      const response = await send(url, { method: 'POST', body, signal });
      return { statusCode: response.status, data: await response.text() };
    },
  ),
  getNetworkType: method('getNetworkType', () => ({ networkType: networkType(), hasSystemProxy: false })),
  onNetworkStatusChange: onNetworkChange,
  offNetworkStatusChange: offNetworkChange,
  onNetworkWeakChange: (listener: (status: { weakNet: boolean; networkType: string }) => void) =>
    onNetworkChange(() => listener({ weakNet: networkState() === 'slow', networkType: networkType() })),
  offNetworkWeakChange: () => undefined,
};
