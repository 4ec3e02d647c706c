import { measureCallsPerAction } from './measure/calls-per-action';
import { measureColdStartRatio } from './measure/cold-start';
import { measureCursors } from './measure/cursor';
import { measurePackages } from './measure/packages';
import { measureSdk } from './measure/sdk';
import { measureSetData } from './measure/set-data';

/** The ground floor's figures, from one run. `cursorRatio` is the worst of its kinds, which stand in `cursorRatios`. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  const step = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    say(`${what}…`);
    return work();
  };
  const cursorRatios = await step(
    'an indexed find in 120,000 documents against one in 2,000',
    measureCursors,
  );
  return {
    ...(await step('the SDK against the simulator', measureSdk)),
    cursorRatio: Math.max(...Object.values(cursorRatios)),
    cursorRatios,
    coldStartRatio: await step('cold starts', measureColdStartRatio),
    ...(await step("packages, by WeChat's compiler", measurePackages)),
    setDataMaxKB: await step('setData on every page', measureSetData),
    callsPerAction: await step('database calls of each action', measureCallsPerAction),
  };
}
