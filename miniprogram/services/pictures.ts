import { CloudError } from './cloud';
import { ask } from './tell';

/** Writes a picture on this phone, over the last of that name, and answers where: only files can be saved or enlarged. */
export const keepPicture = (name: string, base64: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
    wx.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(filePath),
      fail: () => reject(new CloudError('INTERNAL', '手机存不下，请清理一下再试')),
    });
  });

/** Puts a picture into the album. Where that is closed to us, or somebody thought better of it, WeChat's own viewer saves pictures too. */
export async function savePicture(filePath: string): Promise<void> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    void wx.showToast({ title: '已存进相册', icon: 'success' });
  } catch {
    const confirm = await ask({
      title: '没有存进相册',
      content: '手机没有让存。打开大图，按住它也能存，或发给别人。',
      yes: '打开大图',
      no: '不用了',
    });
    if (confirm) void wx.previewImage({ urls: [filePath] });
  }
}
