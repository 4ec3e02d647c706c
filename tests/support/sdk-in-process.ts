import type * as cloud from 'wx-server-sdk';
import { chinaTime } from '../../cloudfunctions/kernel/clock';
import type { Context } from '../../cloudfunctions/kernel/context';
import type { Simulator } from '../../simulator/simulator';
import type { Township } from './township';

/** The genuine SDK in this process; it looks at its environment when it is loaded, so a process talks to one simulator only. */
export async function sdkOver({ url }: Pick<Simulator, 'url'>): Promise<typeof cloud> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  });
  const { default: sdk } = (await import('wx-server-sdk')) as unknown as { default: typeof cloud };
  sdk.init({ env: 'local' });
  return sdk;
}

/**
 * What a timer's step gets, over the genuine SDK in this process: so that it can be stopped here after any part, as a killed call would be. Its parts that
 * no step of a round needs are not there.
 */
export async function timerContext({ simulator }: Pick<Township, 'simulator'>): Promise<Context> {
  const sdk = await sdkOver(simulator);
  return {
    caller: { openid: 'timer', name: null, householdId: null, personId: null, posts: [] },
    scope: { kind: 'system' },
    now: chinaTime(simulator.clock.now()),
    database: sdk.database(),
    about: () => undefined,
  } as unknown as Context;
}

/** Time for so many looks at the clock, then none. */
export function timeFor(looks: number): () => boolean {
  let left = looks;
  return () => {
    left -= 1;
    return left >= 0;
  };
}
