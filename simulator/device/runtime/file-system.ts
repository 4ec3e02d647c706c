import { forget, keepAt, keptFile, keptPaths, readAsset, userData } from './assets';
import { method, Refusal } from './api/method';

type Encoding = 'utf8' | 'utf-8' | 'base64' | 'hex' | 'ascii' | 'binary' | 'latin1';
type Content = string | ArrayBuffer;

let saved = 0;

/** Saves a temporary file where it stays for as long as the phone is on. */
export async function saveFile(from: string, to?: string): Promise<string> {
  const path = to ?? `${userData}/saved-${(saved += 1)}`;
  keepAt(path, await readAsset(from));
  return path;
}

function toBytes(data: Content, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (typeof data !== 'string') return new Uint8Array(data);
  if (encoding === 'base64') return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  if (encoding === 'hex') return Uint8Array.from(data.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  return new Uint8Array(new TextEncoder().encode(data));
}

function fromBytes(buffer: ArrayBuffer, encoding: Encoding | undefined): Content {
  if (encoding === undefined) return buffer;
  const bytes = new Uint8Array(buffer);
  if (encoding === 'base64') return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return new TextDecoder().decode(buffer);
}

const write = (path: string, data: Content, encoding: Encoding = 'utf8'): void => {
  if (!path.startsWith(userData)) throw new Refusal(`permission denied, open "${path}"`);
  keepAt(path, new Blob([toBytes(data, encoding)]));
};

const exists = (path: string): void => {
  if (!keptFile(path) && !keptPaths().some((kept) => kept.startsWith(`${path}/`)))
    throw new Refusal(`no such file or directory ${path}`);
};

const remove = (path: string): void => {
  if (!forget(path)) throw new Refusal(`no such file or directory ${path}`);
};

interface FilePath {
  filePath: string;
}

/** The basics of wx.getFileSystemManager(), in memory: files under wx.env.USER_DATA_PATH and temporary ones. */
export const fileSystem = {
  readFile: method('readFile', async ({ filePath, encoding }: FilePath & { encoding?: Encoding }) => {
    const file = await readAsset(filePath).catch(() => {
      throw new Refusal(`no such file or directory, open ${filePath}`);
    });
    return { data: fromBytes(await file.arrayBuffer(), encoding) };
  }),
  writeFile: method(
    'writeFile',
    ({ filePath, data, encoding }: FilePath & { data: Content; encoding?: Encoding }) =>
      write(filePath, data, encoding),
  ),
  writeFileSync: write,
  appendFile: method(
    'appendFile',
    async ({ filePath, data, encoding = 'utf8' }: FilePath & { data: Content; encoding?: Encoding }) => {
      exists(filePath);
      keepAt(filePath, new Blob([await readAsset(filePath), toBytes(data, encoding)]));
    },
  ),
  access: method('access', ({ path }: { path: string }) => exists(path)),
  accessSync: exists,
  copyFile: method('copyFile', async ({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
    keepAt(destPath, await readAsset(srcPath));
  }),
  saveFile: method(
    'saveFile',
    async ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => ({
      savedFilePath: await saveFile(tempFilePath, filePath),
    }),
  ),
  unlink: method('unlink', ({ filePath }: FilePath) => remove(filePath)),
  unlinkSync: remove,
  removeSavedFile: method('removeSavedFile', ({ filePath }: FilePath) => remove(filePath)),
  getFileInfo: method('getFileInfo', async ({ filePath }: FilePath) => ({
    size: (await readAsset(filePath)).size,
  })),
  getSavedFileList: method('getSavedFileList', () => ({
    fileList: keptPaths()
      .filter((path) => path.startsWith(userData))
      .map((filePath) => ({ filePath, size: keptFile(filePath)?.size ?? 0, createTime: 0 })),
  })),
  mkdir: method('mkdir', () => undefined),
  mkdirSync: (): void => undefined,
  readdir: method('readdir', ({ dirPath }: { dirPath: string }) => ({ files: listing(dirPath) })),
  readdirSync: listing,
};

function listing(folder: string): string[] {
  const prefix = `${folder.replace(/\/$/, '')}/`;
  return keptPaths()
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}
