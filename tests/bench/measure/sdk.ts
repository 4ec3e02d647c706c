import type * as cloud from 'wx-server-sdk';
import { startSimulator } from '../../../simulator/simulator';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { millisecondsOf, rounded } from './timing';

const READS = 500;
const WRITES = 1_000;
const IN_FLIGHT = 16;

/** The genuine SDK against a simulator that keeps its data on disk: one read after the other, then 16 writers at once. */
export async function measureSdk(): Promise<{ sdkReadMs: number; writeRate: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cunan-sdk-'));
  const simulator = await startSimulator({
    port: 0,
    data: path.join(folder, 'data'),
    demo: 'empty',
    device: false,
  });
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${simulator.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'x',
    TENCENTCLOUD_SECRETKEY: 'x',
  });
  try {
    // Read only now, because the SDK looks at its environment when it is loaded.
    const { default: sdk } = (await import('wx-server-sdk')) as unknown as { default: typeof cloud };
    sdk.init({ env: 'local' });
    const audit = sdk.database().collection('audit');
    const write = async (i: number) => audit.add({ data: { _id: `bench-${i}`, at: '2026-11-21', seal: 0 } });
    const writing = await millisecondsOf(async () => {
      for (let i = 0; i < WRITES; i += IN_FLIGHT)
        await Promise.all(Array.from({ length: IN_FLIGHT }, (_, k) => write(i + k)));
    });
    const reading = await millisecondsOf(async () => {
      for (let i = 0; i < READS; i += 1) await audit.doc(`bench-${i}`).get();
    });
    return { sdkReadMs: rounded(reading / READS), writeRate: Math.round((WRITES / writing) * 1000) };
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
