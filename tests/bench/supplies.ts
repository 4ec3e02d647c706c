import { measureBurst } from './measure/order-burst';
import { measureRandomRounds } from './measure/random-rounds';

const HOUSEHOLDS = 2_000;
const ROUNDS = 6;

/** The figures of supplies, from one run. `burst` and `sequences` say what stands behind them. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    say(`${what}…`);
    return work();
  };
  const { burst, ...orders } = await step(`${HOUSEHOLDS} households order at once`, () =>
    measureBurst(HOUSEHOLDS),
  );
  const { sequences, ...money } = await step(`${ROUNDS} rounds in which everything happens at random`, () =>
    measureRandomRounds(ROUNDS),
  );
  return { ...orders, ...money, burst, sequences };
}
