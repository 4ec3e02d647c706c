import { measureImport } from './measure/import';
import { measureImportResumed } from './measure/import-resumed';

/** Registration's figures, from one run. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    say(`${what}…`);
    return work();
  };
  return {
    ...(await step('a roster of 5,000 people', measureImport)),
    importResumed: await step('an import that is killed on the way', measureImportResumed),
  };
}
