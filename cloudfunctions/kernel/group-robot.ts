import { logFault } from './fault-log';

/** The only place outside of WeChat's cloud that a function ever speaks to. */
const WEBHOOK = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send';
const TIMEOUT_MS = 5_000;
/** WeCom takes so many bytes in a text. */
export const MOST_BYTES = 2_048;

/** `gone`: no such robot any more. `busy`: too many in a minute. `refused`: WeCom does not take this line. `unreachable`: nobody knows. */
export type Posted = 'sent' | 'gone' | 'busy' | 'refused' | 'unreachable';

const GONE = 93000;
const BUSY = [45009, -1];

/**
 * Posts a line into a work group. As `text`: nothing in it is read as markup or mentions anybody. It never throws, and logs neither the key nor the
 * line.
 */
export async function postToGroup(key: string, content: string): Promise<Posted> {
  try {
    const response = await fetch(`${WEBHOOK}?key=${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ msgtype: 'text', text: { content } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    const { errcode } = (await response.json()) as { errcode?: number };
    if (errcode === 0) return 'sent';
    if (errcode === GONE) return 'gone';
    return errcode !== undefined && BUSY.includes(errcode) ? 'busy' : 'refused';
  } catch (error) {
    logFault('groupRobot.send', 'webhook', error);
    return 'unreachable';
  }
}
