import { readJson, sendJson } from '../server/exchange';
import type { Route } from '../server/server';
import type { GroupRobots } from './group-robot';
import { WeChatError } from './wechat-error';

const BODY_LIMIT = 3 * 1024 * 1024;

/** `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`, where functions' requests to it arrive. */
export const robotRoute = (robots: GroupRobots): Route => ({
  method: 'POST',
  pattern: /^\/cgi-bin\/webhook\/send$/,
  handle: async ({ request, response, url }) => {
    try {
      robots.send(url.searchParams.get('key') ?? '', await readJson(request, BODY_LIMIT));
      sendJson(response, { errcode: 0, errmsg: 'ok' });
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error;
      sendJson(response, { errcode: error.errcode, errmsg: error.message });
    }
  },
});
