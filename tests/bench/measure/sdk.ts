import type * as cloud from 'wx-server-sdk';
import { startSimulator, type Simulator } from '../../../simulator/simulator';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sdkOver } from '../../support/sdk-in-process';
import { millisecondsOf, rounded } from './timing';

const READS = 500;
/** At one measuring. */
export const WRITES = 1_000;
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
  try {
    const writeRate = await bareWriteRate(simulator);
    const audit = await auditOf(simulator);
    const reading = await millisecondsOf(async () => {
      for (let i = 0; i < READS; i += 1) await audit.doc(`bench-0-${i}`).get();
    });
    return { sdkReadMs: rounded(reading / READS), writeRate };
  } finally {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

let measured = 0;

/** Writes a second, by 16 writers at once over the genuine SDK. */
export async function bareWriteRate(simulator: Pick<Simulator, 'url'>): Promise<number> {
  const audit = await auditOf(simulator);
  const turn = measured;
  measured += 1;
  const write = async (i: number) =>
    audit.add({ data: { _id: `bench-${turn}-${i}`, at: '2026-11-21', seal: 0 } });
  const writing = await millisecondsOf(async () => {
    for (let i = 0; i < WRITES; i += IN_FLIGHT)
      await Promise.all(Array.from({ length: IN_FLIGHT }, (_, k) => write(i + k)));
  });
  return Math.round((WRITES / writing) * 1000);
}

const auditOf = async (simulator: Pick<Simulator, 'url'>): Promise<cloud.DB.CollectionReference> =>
  (await sdkOver(simulator)).database().collection('audit');
