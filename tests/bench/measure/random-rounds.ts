import { runSupplySequence } from '../../support/supply-sequences';
import { openTownship } from '../../support/township';

export type RandomRounds = {
  /** Sums that differ, at an order or of a round, after whole rounds in which everything happened at random. */
  unreconciled: number;
  sequences: { rounds: number; acts: number; refused: number };
};

/** So many rounds from the first order to the last correction, each with its own luck: what was ordered, delivered, paid and counted adds up. */
export async function measureRandomRounds(rounds: number): Promise<RandomRounds> {
  const township = await openTownship('township', { timers: false });
  const result: RandomRounds = { unreconciled: 0, sequences: { rounds, acts: 0, refused: 0 } };
  try {
    for (let seed = 1; seed <= rounds; seed += 1) {
      const { acts, faults } = await runSupplySequence(township, { seed });
      result.unreconciled += faults.length;
      for (const { ok, refused } of Object.values(acts)) {
        result.sequences.acts += ok;
        result.sequences.refused += refused;
      }
    }
    return result;
  } finally {
    await township.stop();
  }
}
