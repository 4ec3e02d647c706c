import { keepTemporary, readAsset } from '../assets';
import { NetworkDown, passNetwork } from '../network';
import { openid } from '../session';
import { method, Refusal } from './method';

/** CloudBase carries no more than this from a client. */
const inputLimit = 100 * 1024;
const fileId = /^cloud:\/\/[^/]+\/(.+)$/;
const generalError = -1;
const resourceMissing = -503003;

/** Stands for open data that only the function gets to see, e.g. which group a card was opened in. */
class CloudId {
  constructor(readonly cloudID: string) {}
  toJSON(): object {
    return { $cloudID: this.cloudID };
  }
}

interface Reach extends Omit<RequestInit, 'headers'> {
  headers?: Record<string, string>;
}

/** A request to the cloud in the persona's name, over the phone's simulated network. */
async function reach(path: string, init: Reach): Promise<Response> {
  try {
    await passNetwork();
    return await fetch(path, { ...init, headers: { 'x-wx-openid': openid, ...init.headers } });
  } catch (error) {
    if (error instanceof NetworkDown || error instanceof TypeError)
      throw new Refusal(
        `Error: errCode: ${generalError} | errMsg: request:fail net::ERR_INTERNET_DISCONNECTED, network is down`,
        generalError,
      );
    throw error;
  }
}

type CallAnswer = { result: unknown; requestID: string } | { errCode: number; errMsg: string };

async function callFunction({ name, data = {} }: { name: string; data?: object }) {
  const body = JSON.stringify({ data });
  if (new TextEncoder().encode(body).length > inputLimit)
    throw new Refusal('data exceed max size 100KB', generalError);
  const response = await reach(`/call/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const answer = (await response.json()) as CallAnswer;
  if ('errMsg' in answer && 'errCode' in answer)
    throw new Refusal(answer.errMsg.replace(/^cloud\.callFunction:fail\s*/, ''), answer.errCode);
  return answer;
}

/** fileIDs are `cloud://<env>.<bucket>/<path>`; the simulator serves them by path. */
function storagePath(id: string): string {
  const path = fileId.exec(id)?.[1];
  if (path === undefined) throw new Refusal(`invalid fileID ${id}`, resourceMissing);
  return `/storage/${path.split('/').map(encodeURIComponent).join('/')}`;
}

interface UploadProgress {
  progress: number;
  totalBytesSent: number;
  totalBytesExpectedToSend: number;
}
type ProgressListener = (progress: UploadProgress) => void;

/** Uploads and answers; with success/fail/complete the call gives an UploadTask, whose listeners hear how far it is, as on WeChat. */
function uploadFile(options: Parameters<typeof sendFile>[0]) {
  const listeners = new Set<ProgressListener>();
  const tell = (sent: number, total: number): void => {
    const progress = total === 0 ? 100 : Math.floor((sent / total) * 100);
    for (const listener of listeners)
      listener({ progress, totalBytesSent: sent, totalBytesExpectedToSend: total });
  };
  const answered = method('cloud.uploadFile', (given: typeof options) => sendFile(given, tell))(options);
  const task = {
    abort: () => undefined,
    onProgressUpdate: (listener: ProgressListener) => void listeners.add(listener),
    offProgressUpdate: (listener?: ProgressListener) =>
      listener ? void listeners.delete(listener) : listeners.clear(),
    onHeadersReceived: () => undefined,
    offHeadersReceived: () => undefined,
  };
  return answered ?? task;
}

/** A browser's fetch doesn't say how much of a body is sent: it is told before and after. */
async function sendFile(
  { cloudPath, filePath }: { cloudPath: string; filePath: string },
  tell: (sent: number, total: number) => void,
) {
  const file = await readAsset(filePath);
  tell(0, file.size);
  const response = await reach(`/storage/${cloudPath.split('/').map(encodeURIComponent).join('/')}`, {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  const answer = await readAnswer<{ fileID: string }>(response);
  tell(file.size, file.size);
  return { fileID: answer.fileID, statusCode: response.status };
}

async function downloadFile({ fileID }: { fileID: string }) {
  const response = await reach(storagePath(fileID), {});
  if (!response.ok) throw new Refusal('file does not exist', resourceMissing);
  return { tempFilePath: keepTemporary(await response.blob()), statusCode: response.status };
}

async function readAnswer<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as T & { errMsg?: string; message?: string; errCode?: number };
  if (!response.ok)
    throw new Refusal(answer.errMsg ?? answer.message ?? `status ${response.status}`, answer.errCode);
  return answer;
}

interface FileList {
  fileList: (string | { fileID: string; maxAge?: number })[];
}

const idOf = (file: string | { fileID: string }): string => (typeof file === 'string' ? file : file.fileID);

/** Addresses under which anybody may read the files for a while, e.g. an <image>. */
export async function temporaryUrls(fileList: FileList['fileList']) {
  const response = await reach('/storage', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileList }),
  });
  return readAnswer<{ fileList: { fileID: string; tempFileURL: string; status: number; errMsg: string }[] }>(
    response,
  );
}

export const cloud = {
  /** The one environment of this machine needs no choosing. */
  init: (): void => undefined,
  CloudID: (id: string): CloudId => new CloudId(id),
  callFunction: method('cloud.callFunction', callFunction),
  uploadFile,
  downloadFile: method('cloud.downloadFile', downloadFile),
  getTempFileURL: method('cloud.getTempFileURL', ({ fileList }: FileList) => temporaryUrls(fileList)),
  deleteFile: method('cloud.deleteFile', async ({ fileList }: FileList) => {
    const results = fileList.map(async (file) => {
      const response = await reach(storagePath(idOf(file)), { method: 'DELETE' });
      return response.ok
        ? { fileID: idOf(file), status: 0, errMsg: 'ok' }
        : { fileID: idOf(file), status: resourceMissing, errMsg: 'file does not exist' };
    });
    return { fileList: await Promise.all(results) };
  }),
};
