import { CloudError } from './cloud';
import { makeRequestId } from './request-id';

/** Something that is handed to readers beside the text. */
export type Attachment = { name: string; fileId: string; bytes: number };
export type PickedAttachment = { path: string; name: string; bytes: number };

/** Where in cloud storage everything lies that a notice shows. */
export const NOTICE_FILES = 'notice-files';
const MB = 1024 * 1024;
const MAX_MB = 10;
/** What WeChat opens by itself on every phone. */
const ENDINGS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg', 'jpeg', 'png'];
const NAME_MAX = 60;

/** Lets the person pick a file out of a WeChat chat; null when they change their mind. Throws what is wrong with it. */
export async function pickAttachment(): Promise<PickedAttachment | null> {
  let picked: { path: string; name: string; size: number } | undefined;
  try {
    const { tempFiles } = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ENDINGS });
    picked = tempFiles[0];
  } catch {
    return null;
  }
  if (picked === undefined) return null;
  const { path, name, size } = picked;
  if (!ENDINGS.includes(endingOf(name)))
    throw new CloudError('INVALID_INPUT', '请选文档、表格、PDF 或图片，别的文件大家打不开');
  if (size === 0 || size > MAX_MB * MB)
    throw new CloudError('INVALID_INPUT', `附件最大 ${MAX_MB} 兆，请换小一点的`);
  return { path, name: name.slice(-NAME_MAX), bytes: size };
}

/** Puts a picked file into storage, under a path that can't be guessed. Throws CloudError when it did not arrive. */
export async function uploadAttachment({ path, name, bytes }: PickedAttachment): Promise<Attachment> {
  const cloudPath = `${NOTICE_FILES}/${await makeRequestId()}/${await makeRequestId()}.${endingOf(name)}`;
  try {
    return { name, bytes, fileId: (await wx.cloud.uploadFile({ cloudPath, filePath: path })).fileID };
  } catch {
    throw new CloudError('NETWORK', '附件没有传上去。网络好的时候再选一次');
  }
}

const endingOf = (name: string): string => /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
