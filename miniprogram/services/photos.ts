import { CloudError } from './cloud';
import { makeRequestId } from './request-id';

/** A picture from the camera or the album by its path on this phone; undefined when somebody thought better of it. */
export async function takePhoto(): Promise<string | undefined> {
  try {
    const { tempFiles } = await wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      // The phone makes it smaller: a screenshot stays readable, and a slow network can carry it.
      sizeType: ['compressed'],
    });
    return tempFiles[0]?.tempFilePath;
  } catch (error) {
    if (wasCancelled(error)) return undefined;
    throw error;
  }
}

/**
 * Puts a picture into cloud storage under `folder` and answers its fileID. Its path can't be guessed. `onProgress` hears the percent sent
 * so far. Throws CloudError when it did not arrive.
 */
export async function uploadPhoto(
  folder: string,
  path: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  const cloudPath = `${folder}/${await makeRequestId()}/${await makeRequestId()}.${endingOf(path)}`;
  return new Promise((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: () => reject(new CloudError('NETWORK', '照片没有传上去，点“再传一次”')),
    });
    task.onProgressUpdate(({ progress }) => onProgress(progress));
  });
}

/** Puts a photo where it stays on this phone although the mini-program is closed before the network is back; the same path when the phone is full. */
export const keepPhoto = (path: string): Promise<string> =>
  new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    });
  });

/** Phones name their temporary files after what is in them; a screenshot without a name is a JPEG after it was made smaller. */
const endingOf = (path: string): string => /\.(jpe?g|png|webp)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';

const wasCancelled = (error: unknown): boolean =>
  String((error as { errMsg?: unknown } | null)?.errMsg).includes('cancel');
