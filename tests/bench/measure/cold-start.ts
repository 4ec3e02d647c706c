import path from 'node:path';
import { measureColdStart } from '../../../simulator/cloud/functions/cold-start';
import { median, rounded } from './timing';

const ROUNDS = 9;
/** An action nobody offers: the function loads whole, answers at once, and needs no database. */
const EVENT = JSON.stringify({ action: 'none', input: {} });

/** From nothing to the first answer: the largest function against a thread that only loads the SDK. */
export async function measureColdStartRatio(): Promise<number> {
  const folder = path.resolve(__dirname, '../../../cloudfunctions/registration');
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { function: ours, bare } = await measureColdStart(folder, EVENT);
    ratios.push(ours / bare);
  }
  return rounded(median(ratios));
}
