/** What a phone does with files: picked from a chat, uploaded, written, downloaded, opened. Put in place beside the other tools of `wx`. */
export type Files = {
  pick: { name: string; size: number } | null;
  uploads: boolean;
  downloads: number;
  uploaded: string[];
  deleted: string[];
  written: string[];
  opened: string[];
};

type Wx = Record<string, unknown> & { cloud: Record<string, unknown> };
type Written = { filePath: string; success: () => void };
type Download = { success: (answer: { statusCode: number; tempFilePath: string }) => void };

export function holdFiles(): Files {
  const files: Files = {
    pick: { name: '花名册.xlsx', size: 20_000 },
    uploads: true,
    downloads: 200,
    uploaded: [],
    deleted: [],
    written: [],
    opened: [],
  };
  const { wx } = globalThis as unknown as { wx: Wx };
  wx.cloud.uploadFile = async ({ cloudPath }: { cloudPath: string }) => {
    if (!files.uploads) throw new Error('uploadFile:fail');
    files.uploaded.push(cloudPath);
    return { fileID: `cloud://env/${cloudPath}` };
  };
  wx.cloud.deleteFile = async ({ fileList }: { fileList: string[] }) => void files.deleted.push(...fileList);
  Object.assign(wx, {
    env: { USER_DATA_PATH: 'http://usr' },
    chooseMessageFile: async () => {
      if (files.pick === null) throw new Error('chooseMessageFile:fail cancel');
      return { tempFiles: [{ path: 'http://tmp/1', ...files.pick }] };
    },
    getFileSystemManager: () => ({
      writeFile: ({ filePath, success }: Written) => {
        files.written.push(filePath);
        success();
      },
    }),
    downloadFile: ({ success }: Download) =>
      success({ statusCode: files.downloads, tempFilePath: 'http://tmp/2' }),
    openDocument: async ({ filePath }: { filePath: string }) => void files.opened.push(filePath),
  });
  return files;
}
