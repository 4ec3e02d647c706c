import { measureBurst } from './measure/order-burst';

const HOUSEHOLDS = 2_000;

/** The figures of supplies, from one run. `burst` says what stands behind them. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  say(`${HOUSEHOLDS} households order at once…`);
  const { burst, ...figures } = await measureBurst(HOUSEHOLDS);
  return { ...figures, burst };
}
