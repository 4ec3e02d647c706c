import { CloudBaseError } from '../errors';
import { fileIdOf, isCloudPath, pathOfFileId } from './file-id';
import type { FileStore } from './file-store';
import type { Signatures } from './signatures';

const UPLOAD_SECONDS = 900;
const URL_SECONDS = 86_400;

interface TemporaryUrl {
  fileID: string;
  code: string;
  tempFileURL: string;
  maxAge: number;
}

/** The `storage.*` actions of the wire protocol: what functions may do with every file. */
export class StorageActions {
  constructor(
    private readonly files: FileStore,
    private readonly signatures: Signatures,
    private readonly address: () => string,
  ) {}

  async handle(action: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>> {
    switch (action) {
      case 'storage.getUploadMetadata':
        return this.#uploadMetadata(parameters.path);
      case 'storage.batchGetDownloadUrl':
        return { download_list: this.#temporaryUrls(parameters.file_list) };
      case 'storage.batchDeleteFile':
        return { delete_list: await this.#delete(parameters.fileid_list) };
      default:
        throw new CloudBaseError('INVALID_PARAM', `${action} is not emulated by the simulator`);
    }
  }

  temporaryUrl(fileID: string, seconds = URL_SECONDS): TemporaryUrl {
    const path = pathOfFileId(fileID);
    const maxAge = Math.min(Math.max(1, Math.floor(seconds)), 30 * URL_SECONDS);
    if (path === undefined || this.files.find(path) === undefined)
      return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge };
    // Left unencoded, as CloudBase does: the SDK encodes it before use.
    const tempFileURL = `${this.address()}/storage/${path}?sign=${this.signatures.sign('get', path, maxAge)}`;
    return { fileID, code: 'SUCCESS', tempFileURL, maxAge };
  }

  #uploadMetadata(path: unknown): Record<string, unknown> {
    if (typeof path !== 'string' || !isCloudPath(path))
      throw new CloudBaseError('INVALID_PARAM', 'malformed path');
    // Type and size are left to the upload itself: the SDK swallows the reason of a refusal that comes here.
    const fileId = fileIdOf(path);
    return {
      url: `${this.address()}/storage/${encodeURI(path)}`,
      token: 'simulator',
      authorization: this.signatures.sign('put', path, UPLOAD_SECONDS),
      fileId,
      // Travels in a header, where Chinese may not.
      cosFileId: Buffer.from(fileId).toString('base64url'),
    };
  }

  #temporaryUrls(list: unknown): TemporaryUrl[] {
    return arrayOf(list).map((entry) => {
      const { fileid, max_age: seconds } = entry as { fileid?: unknown; max_age?: unknown };
      if (typeof fileid !== 'string') throw new CloudBaseError('INVALID_PARAM', 'fileid must be a string');
      return this.temporaryUrl(fileid, typeof seconds === 'number' ? seconds : undefined);
    });
  }

  #delete(list: unknown): Promise<{ fileID: unknown; code: string }[]> {
    return Promise.all(
      arrayOf(list).map(async (fileID) => {
        const path = typeof fileID === 'string' ? pathOfFileId(fileID) : undefined;
        const removed = path !== undefined && (await this.files.remove(path));
        return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
      }),
    );
  }
}

function arrayOf(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length > 50)
    throw new CloudBaseError('INVALID_PARAM', 'a list of at most 50 files is expected');
  return list;
}
