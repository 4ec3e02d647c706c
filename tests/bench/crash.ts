import { runCrashRounds } from '../simulator/database/crash-rounds';

const ROUNDS = 20;

/** Kills a writing process 20 times: how many acknowledged writes there were, and how many were gone afterwards (must be 0). */
export const measure = async (say: (line: string) => void): Promise<Record<string, unknown>> => {
  say(`killing a writer ${ROUNDS} times…`);
  const { acknowledged, lost } = await runCrashRounds(ROUNDS);
  return { rounds: ROUNDS, acknowledged, lost };
};
