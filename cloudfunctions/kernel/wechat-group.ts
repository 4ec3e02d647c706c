import { createHash } from 'node:crypto';
import type * as cloud from 'wx-server-sdk';
import { AppError } from './errors';

/** A WeChat group by a name of ours: WeChat's own (`opengid`) is kept nowhere. */
export type WechatGroupOf = (cloudId: string) => Promise<string>;

const ID_LENGTH = 24;

/**
 * In which group's chat the caller opened the mini-program: what their phone got from `wx.getGroupEnterInfo` is shown to WeChat, which alone knows.
 * The other way, data that WeChat puts into the event, can be typed by whoever calls.
 */
export const wechatGroupOf =
  (sdk: typeof cloud): WechatGroupOf =>
  async (cloudId) => {
    // The SDK's types forget that it is a promise.
    const { list } = await Promise.resolve(sdk.getOpenData({ list: [cloudId] }));
    const [shown] = list;
    const openGid = openGidIn(shown);
    if (openGid === undefined)
      throw new AppError('INVALID_INPUT', '没有认出是哪个群。请回到群里，再点一次卡片');
    return `g${createHash('sha256').update(`wechat-group:${openGid}`).digest('hex').slice(0, ID_LENGTH)}`;
  };

/** An expired or somebody else's cloudID comes back with an error in the place of data. */
function openGidIn(shown: Record<string, unknown> | undefined): string | undefined {
  const data = shown?.data;
  if (typeof data !== 'object' || data === null || !('opengid' in data)) return undefined;
  return typeof data.opengid === 'string' && data.opengid !== '' ? data.opengid : undefined;
}
