import { existsSync, readFileSync } from 'node:fs';
import { toBuffer } from 'qrcode';
import { WeChatError } from './wechat-error';

/** What a code made here says when it is scanned; WeChat's own codes cannot be read by anybody else. */
export const addressInCode = (page: string, scene: string): string =>
  `weixin://wxacode/${page}?scene=${encodeURIComponent(scene)}`;

/**
 * `openapi.wxacode.getUnlimited`: a PNG that opens `page` with `scene`. `appJson` is the mini-program's app.json, by
 * which WeChat checks that the page exists.
 */
export async function unlimitedCode(parameters: Record<string, unknown>, appJson: string): Promise<Buffer> {
  const { scene, page, width } = parameters;
  if (typeof scene !== 'string' || scene.length === 0 || scene.length > 32)
    throw new WeChatError(40169, 'invalid length for scene, or the data is not json string');
  if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) throw new WeChatError(40129, 'invalid scene');
  const path = typeof page === 'string' ? page : firstPage(appJson);
  if (path.startsWith('/') || path.includes('?')) throw new WeChatError(41030, 'invalid page');
  const pages = pagesOf(appJson);
  if (parameters.check_path !== false && pages !== undefined && !pages.includes(path))
    throw new WeChatError(41030, 'invalid page');
  const pixels = typeof width === 'number' ? Math.min(1280, Math.max(280, width)) : 430;
  return toBuffer(addressInCode(path, scene), {
    type: 'png',
    width: pixels,
    margin: 2,
    errorCorrectionLevel: 'M',
  });
}

interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
}

function pagesOf(appJson: string): string[] | undefined {
  if (!existsSync(appJson)) return undefined;
  const app = JSON.parse(readFileSync(appJson, 'utf8')) as AppJson;
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const inPackages = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...(app.pages ?? []), ...inPackages];
}

const firstPage = (appJson: string): string => pagesOf(appJson)?.[0] ?? 'pages/home/index';
