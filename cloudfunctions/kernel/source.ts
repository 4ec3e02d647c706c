import type { Access } from '../contracts/contract';
import { AppError } from './errors';

/**
 * What CloudBase says about a call, in the function's environment where no caller can write: `SOURCE` is the chain it came through
 * (`wx_client,scf`), `OPENID` the WeChat user, `webUser` the id of somebody signed in over CloudBase's web SDK, anonymously too.
 */
export type Origin = { OPENID?: string; SOURCE?: string; webUser?: string | undefined };

const chainOf = (origin: Origin): string[] => (origin.SOURCE ?? '').split(',').map((part) => part.trim());

/** True for CloudBase's own timer. A phone can forge the event, never the source. */
export const isTimer = (origin: Origin): boolean => chainOf(origin).includes('wx_trigger');

/** Refuses a call that came another way than its action allows; answers the caller's openid or a name for the machine. */
export function admit(access: Access, origin: Origin): string {
  const chain = chainOf(origin);
  if (access.by === 'timer') {
    if (!isTimer(origin) || chain.includes('wx_client')) throw notFromHere();
    return 'timer';
  }
  if (access.by === 'operator') {
    // An openid means somebody's phone, unless a developer tries the function in WeChat's own tool. No operator stands behind
    // WeChat's other doors: its HTTP API, its callbacks, its crawler.
    const isPhone = origin.OPENID !== undefined && !chain.includes('wx_devtools');
    const isOtherDoor = chain.some((part) => part.startsWith('wx_') && part !== 'wx_devtools');
    if (isPhone || isOtherDoor || (origin.webUser ?? '') !== '') throw notFromHere();
    return 'operator';
  }
  if (origin.OPENID === undefined || origin.OPENID === '' || chain.includes('wx_trigger'))
    throw notFromHere();
  return origin.OPENID;
}

const notFromHere = (): AppError => new AppError('FORBIDDEN', '这个操作不能这样使用，请从小程序里进入');
