import type { Access } from '../contracts/contract';
import { AppError } from './errors';

/** What CloudBase says about a call: `SOURCE` is the chain it came through (`wx_client,scf`), read from the environment. */
export type Origin = { OPENID?: string; SOURCE?: string };

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
    // wx_http would be anybody on the internet who found the function's address. An openid means somebody's phone, unless
    // a developer tries the function in WeChat's own tool.
    const isPhone = origin.OPENID !== undefined && !chain.includes('wx_devtools');
    if (isPhone || chain.some((part) => ['wx_client', 'wx_trigger', 'wx_http'].includes(part)))
      throw notFromHere();
    return 'operator';
  }
  if (origin.OPENID === undefined || origin.OPENID === '' || chain.includes('wx_trigger'))
    throw notFromHere();
  return origin.OPENID;
}

const notFromHere = (): AppError => new AppError('FORBIDDEN', '这个操作不能这样使用，请从小程序里进入');
