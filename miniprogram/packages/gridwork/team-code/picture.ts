import { CloudError } from '../../../services/cloud';

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
