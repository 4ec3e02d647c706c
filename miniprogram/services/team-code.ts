import { tell } from './tell';

/** The page that a 登记码 opens; its scene is the team. */
const CODE_OPENS = /^\/?packages\/registration\/enrol\/index\?(?:.*&)?scene=([^&]+)/;

/** 扫登记码: the team whose code was scanned. Undefined when the scanner was closed, or, having said so, when it saw some other code. */
export async function scanTeamCode(): Promise<string | undefined> {
  const path = await scan();
  if (path === undefined) return undefined;
  const scene = CODE_OPENS.exec(path)?.[1];
  if (scene !== undefined) return decodeURIComponent(scene);
  await tell('这不是登记码', '请扫组里贴的登记码。没有贴的，就自己选住在哪里。');
  return undefined;
}

/** What the code opens in this mini-program, empty for any other code. Somebody who closes the scanner is told nothing. */
async function scan(): Promise<string | undefined> {
  try {
    const { path = '' } = (await wx.scanCode({})) as { path?: string };
    return path;
  } catch {
    return undefined;
  }
}
