import { join } from 'node:path';
import { measureColdStart } from '../../../simulator/cloud/functions/cold-start';

test('a cold start costs little more than loading the SDK', async () => {
  const echo = join(__dirname, '../fixtures/functions/echo');
  const ratios: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const { function: cold, bare } = await measureColdStart(echo, '{}');
    expect(bare).toBeGreaterThan(0);
    ratios.push(cold / bare);
  }
  // The aim is 1.3; the bench holds it. A machine busy with other tests gets some room here.
  expect(ratios.sort((a, b) => a - b)[2]).toBeLessThan(2);
}, 90_000);
