import { CloudError } from './cloud';

/** A spreadsheet that somebody picked out of a chat. */
export type PickedFile = { path: string; name: string };

const MB = 1024 * 1024;
const MAX_FILE_BYTES = 5 * MB;

/** Lets the person pick a spreadsheet from a WeChat chat; null when they change their mind. Throws what is wrong with it. */
export async function pickSpreadsheet(): Promise<PickedFile | null> {
  let picked: { path: string; name: string; size: number } | undefined;
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx'] });
    picked = tempFiles[0];
  } catch {
    return null;
  }
  if (picked === undefined) return null;
  if (!/\.xlsx$/i.test(picked.name)) throw new CloudError('INVALID_INPUT', '请选 xlsx 表格，别的文件读不了');
  if (picked.size > MAX_FILE_BYTES) throw new CloudError('INVALID_INPUT', '表格太大了，请分成几个文件导入');
  return { path: picked.path, name: picked.name };
}

/** Uploads a spreadsheet and hands it over; when that fails, it does not stay behind. */
export async function handOver<T>(
  cloudPath: string,
  { path, name }: PickedFile,
  stage: (file: { fileId: string; fileName: string }) => Promise<T>,
): Promise<T> {
  let fileId: string;
  try {
    fileId = (await wx.cloud.uploadFile({ cloudPath, filePath: path })).fileID;
  } catch {
    throw new CloudError('NETWORK', '表格没有传上去。网络好的时候再试一次');
  }
  try {
    return await stage({ fileId, fileName: name.slice(-100) });
  } catch (error) {
    // It holds ID numbers in the clear. Mostly the cloud has deleted it; where it never came to that, we do.
    await wx.cloud.deleteFile({ fileList: [fileId] }).catch(() => undefined);
    throw error;
  }
}

/** Opens a spreadsheet that the cloud made, from where WeChat sends it on to a computer. */
export async function openMadeSpreadsheet({
  fileName,
  base64,
}: {
  fileName: string;
  base64: string;
}): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: () => reject(new CloudError('INTERNAL', '手机存不下，请清理一下再试')),
    });
  });
  await openSpreadsheet(filePath);
}

/** Downloads a spreadsheet into a temporary file, which WeChat clears away by itself, and opens it. */
export const openDownloaded = async (url: string): Promise<void> => openSpreadsheet(await download(url));

const download = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const failed = () => reject(new CloudError('NETWORK', '表格没有下载下来。网络好的时候再试一次'));
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => (statusCode === 200 ? resolve(tempFilePath) : failed()),
      fail: failed,
    });
  });

async function openSpreadsheet(filePath: string): Promise<void> {
  try {
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  } catch {
    throw new CloudError('INTERNAL', '这部手机打不开表格');
  }
}
