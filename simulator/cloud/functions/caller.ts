/** Who calls a function, as `getWXContext()` will tell it. */
export interface Caller {
  /** `wx_client`, `wx_trigger`, `wx_client,scf`, …: the chain of calls, as CloudBase writes it. */
  readonly source: string;
  readonly openid?: string;
}

export const APP_ID = 'wx5c1a7e00cunan000';
export const ENVIRONMENT_ID = 'cunan-local';

export const client = (openid: string): Caller => ({ source: 'wx_client', openid });
export const timer: Caller = { source: 'wx_trigger' };
/** The console or the command line of CloudBase: not through WeChat, and nobody in particular. */
export const operator: Caller = { source: 'tcb_console' };
export const functionCalledBy = (caller: Caller): Caller => ({ ...caller, source: `${caller.source},scf` });

/** The variables by which the SDK learns where it runs; the same for each call of an instance. */
export function environmentOfInstance(
  adminUrl: string,
  secrets: Record<string, string>,
): Record<string, string> {
  return {
    ...secrets,
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'simulator',
    TENCENTCLOUD_SECRETKEY: 'simulator',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
  };
}

/** The variables by which the SDK learns who calls; set anew for each call. `token` tells the simulator which call it was. */
export function environmentOfCall(caller: Caller, token: string): Record<string, string> {
  return {
    TCB_SOURCE: caller.source,
    WX_API_TOKEN: token,
    ...(caller.openid === undefined ? {} : { WX_OPENID: caller.openid, WX_APPID: APP_ID }),
    ...(caller.source === timer.source ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : {}),
  };
}
