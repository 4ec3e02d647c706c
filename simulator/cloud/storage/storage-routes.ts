import { finished, pipeline } from 'node:stream/promises';
import { CloudBaseError } from '../errors';
import { HttpError, openidOf, readJson, sendJson, type Exchange } from '../server/exchange';
import type { Route } from '../server/server';
import { fileIdOf, pathOfFileId } from './file-id';
import type { FileStore, StoredFile } from './file-store';
import type { Signatures } from './signatures';
import type { StorageActions } from './storage-actions';
import { mayRead } from './storage-rules';

const FILE = /^\/storage\/(.+)$/;
const STATUS: Record<string, number> = {
  INVALID_PARAM: 400,
  STORAGE_EXCEED_AUTHORITY: 403,
  STORAGE_REQUEST_FAIL: 413,
};

/**
 * Cloud storage over HTTP. A phone (x-wx-openid) uploads, reads and deletes its own files; a signed temporary URL
 * lets anybody who holds it read one file for a while; functions upload with the signature the SDK was given.
 */
export function storageRoutes(files: FileStore, signatures: Signatures, actions: StorageActions): Route[] {
  return [
    { method: 'PUT', pattern: FILE, handle: upload },
    { method: 'GET', pattern: FILE, handle: (exchange) => download(exchange, true) },
    { method: 'HEAD', pattern: FILE, handle: (exchange) => download(exchange, false) },
    { method: 'DELETE', pattern: FILE, handle: remove },
    { method: 'POST', pattern: /^\/storage\/?$/, handle: temporaryUrls },
  ];

  async function upload({ request, response, captured: [path = ''] }: Exchange): Promise<void> {
    const signature = request.headers.authorization;
    const owner = signature === undefined ? openidOf(request) : undefined;
    try {
      if (signature !== undefined && !signatures.holds('put', path, signature))
        throw new CloudBaseError('STORAGE_EXCEED_AUTHORITY', 'AccessDenied: signature expired or wrong');
      await files.save(path, request, owner);
    } catch (error) {
      if (!(error instanceof CloudBaseError)) throw error;
      await finished(request.resume(), { writable: false });
      if (signature === undefined) throw new HttpError(STATUS[error.code] ?? 400, error.message);
      // The SDK looks for an error in the body, whatever the status.
      return void response
        .writeHead(STATUS[error.code] ?? 400, { 'content-type': 'application/xml' })
        .end(xml(error));
    }
    if (signature === undefined) sendJson(response, { fileID: fileIdOf(path), statusCode: 200 });
    else response.writeHead(200).end();
  }

  async function download(
    { request, response, url, captured: [path = ''] }: Exchange,
    body: boolean,
  ): Promise<void> {
    const file = files.find(path);
    const signature = url.searchParams.get('sign');
    const allowed =
      signature === null
        ? file !== undefined && mayRead(file, openidOf(request))
        : signatures.holds('get', path, signature);
    if (file === undefined || !allowed)
      throw new HttpError(file === undefined ? 404 : 403, 'no such file for you');
    response.writeHead(200, headersFor(file));
    if (body) await pipeline(files.read(file), response);
    else response.end();
  }

  async function remove({ request, response, captured: [path = ''] }: Exchange): Promise<void> {
    if (files.find(path)?.owner !== openidOf(request)) throw new HttpError(403, 'no such file for you');
    await files.remove(path);
    sendJson(response, { fileID: fileIdOf(path), status: 0, errMsg: 'ok' });
  }

  /** `wx.cloud.getTempFileURL`: `{fileList: [fileID | {fileID, maxAge}]}`. */
  async function temporaryUrls({ request, response }: Exchange): Promise<void> {
    const openid = openidOf(request);
    const { fileList } = await readJson(request, 100_000);
    if (!Array.isArray(fileList) || fileList.length > 50)
      throw new HttpError(400, 'fileList: at most 50 files');
    sendJson(response, { fileList: fileList.map((entry: unknown) => urlFor(entry, openid)) });
  }

  function urlFor(entry: unknown, openid: string): Record<string, unknown> {
    const { fileID, maxAge } = (typeof entry === 'string' ? { fileID: entry } : entry) as {
      fileID?: unknown;
      maxAge?: number;
    };
    if (typeof fileID !== 'string') throw new HttpError(400, 'fileID must be a string');
    const file = files.find(pathOfFileId(fileID) ?? '');
    if (!file || !mayRead(file, openid))
      return { fileID, tempFileURL: '', maxAge: 0, status: -503002, errMsg: 'storage permission denied' };
    const { tempFileURL, maxAge: seconds } = actions.temporaryUrl(fileID, maxAge);
    return { fileID, tempFileURL, maxAge: seconds, status: 0, errMsg: 'ok' };
  }
}

const headersFor = ({ size, type }: StoredFile): Record<string, string | number> => ({
  'content-type': type.mime,
  'content-length': size,
  'content-disposition': type.inline ? 'inline' : 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, max-age=300',
});

const xml = ({ code, message }: CloudBaseError): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
  '<RequestId>simulator</RequestId><TraceId>simulator</TraceId></Error>';
