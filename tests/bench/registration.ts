import { measureCallsPerAction } from './measure/calls-per-action';
import { measureGrowth } from './measure/growth';
import { measureImport } from './measure/import';
import { measureImportResumed } from './measure/import-resumed';
import { measurePlaintext } from './measure/plaintext';

/** Registration's figures, from one run. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    say(`${what}…`);
    return work();
  };
  return {
    ...(await step('a roster of 5,000 people', measureImport)),
    importResumed: await step('an import that is killed on the way', measureImportResumed),
    ...(await step('lists, look-ups and searches among 120,000 people against 2,000', measureGrowth)),
    plaintextFound: await step('numbers in the clear, on disk and in logs', measurePlaintext),
    callsPerAction: await step('database calls of each action', measureCallsPerAction),
  };
}
