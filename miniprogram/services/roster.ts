import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call, CloudError } from './cloud';
import { makeRequestId } from './request-id';

export type ExportForm = InputOf<Contracts['roster']['export']>;

/** A spreadsheet that somebody picked out of a chat. */
export type PickedFile = { path: string; name: string };

const MB = 1024 * 1024;
const MAX_FILE_BYTES = 5 * MB;

export const readRoster = (gridId: string) => call('roster', 'overview', { gridId }, 'safe');

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

/** Uploads a spreadsheet for a village and hands it over; from then on it is an import that `checkRoster` goes on with. */
export async function stageRoster(gridId: string, { path, name }: PickedFile) {
  const requestId = await makeRequestId();
  let fileId: string;
  try {
    const cloudPath = `roster-uploads/${requestId}.xlsx`;
    fileId = (await wx.cloud.uploadFile({ cloudPath, filePath: path })).fileID;
  } catch {
    throw new CloudError('NETWORK', '表格没有传上去。网络好的时候再试一次');
  }
  try {
    return await call('roster', 'stage', { requestId, gridId, fileId, fileName: name.slice(-100) }, 'safe');
  } catch (error) {
    // It holds ID numbers in the clear. Mostly the cloud has deleted it; where it never came to that, we do.
    await wx.cloud.deleteFile({ fileList: [fileId] }).catch(() => undefined);
    throw error;
  }
}

/** A few seconds of the dry run; until the status is `checked`. */
export const checkRoster = (jobId: string) => call('roster', 'check', { jobId }, 'safe');
/** A few seconds of applying; until the status is `applied`. */
export const applyRoster = (jobId: string) => call('roster', 'apply', { jobId }, 'safe');
export const discardRoster = (jobId: string) => call('roster', 'discard', { jobId }, 'never');

/** One page of what was wrong; `after` is the last page's `next`. */
export const listFaults = (jobId: string, after?: number) =>
  call('roster', 'faults', after === undefined ? { jobId } : { jobId, after }, 'safe');

/** Opens the empty roster of a village, from where WeChat sends it on to a computer. */
export async function openTemplate(gridId: string): Promise<void> {
  const { fileName, base64 } = await call('roster', 'template', { gridId }, 'safe');
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

/** Opens the village's households with their numbers in the clear. Each export is recorded, so it is never sent twice by itself. */
export async function openExport(form: ExportForm): Promise<{ people: number; households: number }> {
  const { url, people, households } = await call('roster', 'export', form, 'never');
  // A temporary file: WeChat clears it away, so that no copy with numbers stays on the phone.
  await openSpreadsheet(await download(url));
  return { people, households };
}

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
