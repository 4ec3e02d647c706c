import { CloudError } from './cloud';

/** Loads a file of the cloud onto this phone and answers where it lies. */
async function fetchFile(fileId: string): Promise<string> {
  try {
    return (await wx.cloud.downloadFile({ fileID: fileId })).tempFilePath;
  } catch {
    throw new CloudError('NETWORK', '没有打开。网络好的时候再点一次');
  }
}

/** Shows a picture over the whole screen, where it can be enlarged and saved. */
export async function enlargePicture(fileId: string): Promise<void> {
  await wx.previewImage({ urls: [await fetchFile(fileId)] });
}

const PICTURES = ['jpg', 'jpeg', 'png', 'webp'];
const DOCUMENTS = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
type DocumentType = (typeof DOCUMENTS)[number];
const isDocument = (ending: string): ending is DocumentType =>
  (DOCUMENTS as readonly string[]).includes(ending);

/** Opens an attachment in WeChat's own viewer, from which it can be passed on. */
export async function openAttachment(fileId: string, name: string): Promise<void> {
  const ending = /\.([a-z]+)$/i.exec(fileId)?.[1]?.toLowerCase() ?? '';
  if (PICTURES.includes(ending)) return enlargePicture(fileId);
  const filePath = await fetchFile(fileId);
  try {
    await wx.openDocument({ filePath, showMenu: true, ...(isDocument(ending) && { fileType: ending }) });
  } catch {
    throw new CloudError('INTERNAL', `${name}在这部手机上打不开，请换一部手机，或问网格员要纸的`);
  }
}
