import { report } from './problems';

const temporary = new Map<string, Blob>();
const addresses = new Map<string, string>();
const ours = /^(data:|blob:|https?:)/;

/** Where the browser finds a file that WXML names: of the mini-program, temporary, or on the web. */
export function assetUrl(source: string, from = ''): string {
  const kept = addresses.get(source);
  if (kept !== undefined) return kept;
  if (ours.test(source)) {
    if (/^https?:/.test(source) && !source.startsWith(location.origin))
      report(`模拟器不上外网：${source.slice(0, 120)}`);
    return source;
  }
  const folder = from.replace(/[^/]*$/, '');
  const path = source.startsWith('/') ? source : `/${folder}${source}`;
  return `files${new URL(path, location.origin).pathname}`;
}

/** Files that the mini-program wrote under wx.env.USER_DATA_PATH. */
export const userData = 'http://usr';

/** Makes a file readable under a path of the mini-program's own choosing. */
export function keepAt(path: string, file: Blob): void {
  temporary.set(path, file);
  addresses.set(path, URL.createObjectURL(file));
}

export function forget(path: string): boolean {
  addresses.delete(path);
  return temporary.delete(path);
}

export const keptFile = (path: string): Blob | undefined => temporary.get(path);
export const keptPaths = (): string[] => [...temporary.keys()];

/** Gives a file a temporary path, as chooseMedia and downloadFile do. */
export function keepTemporary(file: Blob): string {
  const url = URL.createObjectURL(file);
  temporary.set(url, file);
  return url;
}

/** The file behind a temporary path, or of the mini-program's package. */
export async function readAsset(path: string): Promise<Blob> {
  const known = temporary.get(path);
  if (known) return known;
  const response = await fetch(assetUrl(path));
  if (!response.ok) throw new Error(`no such file ${path}`);
  return response.blob();
}
