import { keepTemporary, readAsset } from '../assets';
import { openImages } from '../dialogs/image-viewer';
import { download } from '../download';
import { pickFiles } from '../file-picker';
import { method, Refusal } from './method';

const kinds: Record<string, string> = { image: 'image/*', video: 'video/*' };

interface MediaOptions {
  count?: number;
  mediaType?: string[];
}

async function chooseMedia({ count = 9, mediaType = ['image', 'video'] }: MediaOptions) {
  const accept = (mediaType.includes('mix') ? ['image', 'video'] : mediaType)
    .map((kind) => kinds[kind] ?? '')
    .join(',');
  const files = await pickFiles({ accept, multiple: count > 1 });
  const tempFiles = files.slice(0, count).map((file) => ({
    tempFilePath: keepTemporary(file),
    size: file.size,
    fileType: file.type.split('/')[0] ?? 'image',
    duration: 0,
    width: 0,
    height: 0,
    thumbTempFilePath: '',
  }));
  return { tempFiles, type: mediaType.length > 1 ? 'mix' : (mediaType[0] ?? 'image') };
}

async function chooseImage({ count = 9 }: { count?: number }) {
  const files = (await pickFiles({ accept: 'image/*', multiple: count > 1 })).slice(0, count);
  const tempFiles = files.map((file) => ({ path: keepTemporary(file), size: file.size }));
  return { tempFiles, tempFilePaths: tempFiles.map(({ path }) => path) };
}

async function getImageInfo({ src }: { src: string }) {
  const file = await readAsset(src);
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Refusal('invalid image');
  });
  const type = file.type.split('/')[1] ?? 'unknown';
  return { width: bitmap.width, height: bitmap.height, path: keepTemporary(file), orientation: 'up', type };
}

interface CompressOptions {
  src: string;
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

/** Redraws the picture as a smaller JPEG, as WeChat does. */
async function compressImage({ src, quality = 80, compressedWidth, compressedHeight }: CompressOptions) {
  const bitmap = await createImageBitmap(await readAsset(src));
  const ratio = bitmap.height / bitmap.width;
  const width = compressedWidth ?? (compressedHeight === undefined ? bitmap.width : compressedHeight / ratio);
  const canvas = new OffscreenCanvas(Math.round(width), Math.round(compressedHeight ?? width * ratio));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return {
    tempFilePath: keepTemporary(await canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })),
  };
}

interface CanvasOptions {
  canvas?: HTMLCanvasElement;
  fileType?: 'png' | 'jpg';
  quality?: number;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
}

async function canvasToTempFilePath(options: CanvasOptions) {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options;
  if (!canvas) throw new Refusal('只支持 canvas 2d：请传 canvas');
  const { width = canvas.width - x, height = canvas.height - y } = options;
  const { destWidth = width, destHeight = height } = options;
  const copy = new OffscreenCanvas(destWidth, destHeight);
  copy.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight);
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  return { tempFilePath: keepTemporary(await copy.convertToBlob({ type, quality })) };
}

export const media = {
  chooseMedia: method('chooseMedia', chooseMedia),
  chooseImage: method('chooseImage', chooseImage),
  getImageInfo: method('getImageInfo', getImageInfo),
  compressImage: method('compressImage', compressImage),
  canvasToTempFilePath: method('canvasToTempFilePath', canvasToTempFilePath),
  previewImage: method('previewImage', ({ urls, current }: { urls: string[]; current?: string | number }) => {
    const start = typeof current === 'number' ? current : urls.indexOf(current ?? '');
    openImages(urls, Math.max(0, start));
  }),
  previewMedia: method(
    'previewMedia',
    ({ sources, current }: { sources: { url: string }[]; current?: number }) => {
      openImages(
        sources.map(({ url }) => url),
        current ?? 0,
      );
    },
  ),
  saveImageToPhotosAlbum: method('saveImageToPhotosAlbum', async ({ filePath }: { filePath: string }) => {
    download(await readAsset(filePath), '图片.png');
  }),
};
