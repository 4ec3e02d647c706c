import type * as cloud from 'wx-server-sdk';

/** Cloud storage as a use case sees it: files by their `cloud://…` id. */
export interface StoredFiles {
  /** The whole file; null when there is none. */
  read(fileId: string): Promise<Buffer | null>;
  /** Of these, the ones that are not in this product's own storage: elsewhere, gone, or never there. */
  missing(fileIds: readonly string[]): Promise<string[]>;
  /** Writes a file and answers its id. */
  write(path: string, content: Buffer): Promise<string>;
  /** Whoever holds this address may read the file until the seconds are over. */
  temporaryUrl(fileId: string, seconds: number): Promise<string>;
  /** A file that is gone already is as good as removed. */
  remove(fileId: string): Promise<void>;
}

export function storedFilesOf(sdk: typeof cloud): StoredFiles {
  /** Empty for a file that isn't there. */
  async function addressOf(fileId: string, seconds: number): Promise<string> {
    const answer = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] });
    // The types allow for its callback form, which answers nothing.
    return answer ? (answer.fileList[0]?.tempFileURL ?? '') : '';
  }

  async function missingOf(fileList: string[]): Promise<string[]> {
    const answer = await sdk.getTempFileURL({ fileList });
    const found = answer ? answer.fileList.filter(({ tempFileURL }) => tempFileURL !== '') : [];
    return fileList.filter((fileId) => !found.some(({ fileID }) => fileID === fileId));
  }

  return {
    async read(fileId) {
      // `downloadFile` fails alike on a missing file and on a broken line, with no word of which.
      if ((await addressOf(fileId, SECONDS_TO_READ)) === '') return null;
      const { fileContent } = await sdk.downloadFile({ fileID: fileId });
      return fileContent;
    },
    async missing(fileIds) {
      const missing: string[] = [];
      for (let start = 0; start < fileIds.length; start += MOST_AT_ONCE)
        missing.push(...(await missingOf(fileIds.slice(start, start + MOST_AT_ONCE))));
      return missing;
    },
    async write(path, content) {
      const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: content });
      return fileID;
    },
    async temporaryUrl(fileId, seconds) {
      const url = await addressOf(fileId, seconds);
      if (url === '') throw new Error('Storage gave no address for a file');
      return url;
    },
    async remove(fileId) {
      await sdk.deleteFile({ fileList: [fileId] });
    },
  };
}

const SECONDS_TO_READ = 60;
/** `getTempFileURL` takes no more. */
const MOST_AT_ONCE = 50;
