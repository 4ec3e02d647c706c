import { keepTemporary, readAsset } from '../assets';
import { download } from '../download';
import { pickFiles } from '../file-picker';
import { fileSystem, saveFile } from '../file-system';
import { method } from './method';

interface MessageFileOptions {
  count: number;
  type?: 'all' | 'video' | 'image' | 'file';
  extension?: string[];
}

async function chooseMessageFile({ count, type = 'all', extension = [] }: MessageFileOptions) {
  const byType = { all: '', video: 'video/*', image: 'image/*', file: '' }[type];
  const accept =
    extension.length > 0 ? extension.map((end) => `.${end.replace(/^\./, '')}`).join(',') : byType;
  const files = (await pickFiles({ accept, multiple: count > 1 })).slice(0, count);
  const tempFiles = files.map((file) => ({
    path: keepTemporary(file),
    name: file.name,
    size: file.size,
    type: type === 'all' ? (file.type.split('/')[0] ?? 'file') : type,
    time: Math.floor(file.lastModified / 1000),
  }));
  return { tempFiles };
}

export const files = {
  chooseMessageFile: method('chooseMessageFile', chooseMessageFile),
  openDocument: method(
    'openDocument',
    async ({ filePath, fileType }: { filePath: string; fileType?: string }) => {
      const name = filePath.split('/').pop() ?? '文件';
      download(await readAsset(filePath), /\.\w+$/.test(name) ? name : `文件.${fileType ?? 'dat'}`);
    },
  ),
  saveFile: method('saveFile', async ({ tempFilePath }: { tempFilePath: string }) => ({
    savedFilePath: await saveFile(tempFilePath),
  })),
  saveFileToDisk: method('saveFileToDisk', async ({ filePath }: { filePath: string }) => {
    download(await readAsset(filePath), filePath.split('/').pop() ?? '文件');
  }),
  getFileSystemManager: () => fileSystem,
  shareFileMessage: method(
    'shareFileMessage',
    async ({ filePath, fileName }: { filePath: string; fileName?: string }) => {
      download(await readAsset(filePath), fileName ?? filePath.split('/').pop() ?? '文件');
    },
  ),
};
