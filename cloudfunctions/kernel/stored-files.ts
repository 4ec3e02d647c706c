import type * as cloud from 'wx-server-sdk';

/** Cloud storage as a use case sees it: files by their `cloud://…` id. */
export interface StoredFiles {
  /** The whole file; null when there is none. */
  read(fileId: string): Promise<Buffer | null>;
  /** Writes a file and answers its id. */
  write(path: string, content: Buffer): Promise<string>;
  /** Whoever holds this address may read the file until the seconds are over. */
  temporaryUrl(fileId: string, seconds: number): Promise<string>;
  /** A file that is gone already is as good as removed. */
  remove(fileId: string): Promise<void>;
}

export const storedFilesOf = (sdk: typeof cloud): StoredFiles => ({
  async read(fileId) {
    try {
      const { fileContent } = await sdk.downloadFile({ fileID: fileId });
      return fileContent;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  async write(path, content) {
    const { fileID } = await sdk.uploadFile({ cloudPath: path, fileContent: content });
    return fileID;
  },
  async temporaryUrl(fileId, seconds) {
    const answer = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] });
    // The types allow for its callback form, which answers nothing.
    const url = answer ? answer.fileList[0]?.tempFileURL : undefined;
    if (url === undefined || url === '') throw new Error('Storage gave no address for a file');
    return url;
  },
  async remove(fileId) {
    await sdk.deleteFile({ fileList: [fileId] });
  },
});

/** The SDK has its own number for it and passes CloudBase's words on. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error && /NONEXIST|not exist|NoSuchKey|404/i.test(error.message);
