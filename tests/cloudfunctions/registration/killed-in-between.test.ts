import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contracts, OutputOf, Reply } from '../../../cloudfunctions/contracts';
import { startSimulator } from '../../../simulator/simulator';
import { callOver, type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process';
import { countedFiles, countersOf } from './counters';
import { type EnrolForm, enrolForm } from './forms';

type Enrolled = Reply<OutputOf<Contracts['registration']['enrol']>>;

let folder: string;
let running: SimulatorProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-killed-'));
});
afterAll(async () => {
  await running.kill();
  rmSync(folder, { recursive: true, force: true });
});

const enrol = async (url: string, openid: string, input: EnrolForm): Promise<Enrolled> =>
  callOver<Enrolled>(url, openid, { functionName: 'registration', action: 'enrol', input });

test('killed in the middle of an evening: what was answered is there, half a file nowhere, and sending again enrols the rest once', async () => {
  running = await startSimulatorProcess(folder);
  const { url } = running;
  const families = Array.from({ length: 60 }, (_, n) => ({
    openid: `o-killed-${n}`,
    form: enrolForm(n % 2 === 0 ? 't1-v1-g1' : 't1-v2-g1'),
  }));
  const answered = new Set<string>();
  const sent = families.map(async ({ openid, form }) => {
    const reply = await enrol(url, openid, form).catch(() => null);
    if (reply?.ok) answered.add(openid);
    if (answered.size === 12) await running.kill();
  });
  await Promise.all(sent);
  expect(answered.size).toBeGreaterThanOrEqual(12);
  expect(answered.size).toBeLessThan(60);

  const simulator = await startSimulator({ port: 0, data: folder, device: false });
  const documents = <T extends object>(name: string): T[] =>
    simulator.database.browse(name, { offset: 0, limit: 1000 }).documents as unknown as T[];
  try {
    expect(countersOf({ documents })).toEqual(countedFiles({ documents }));
    const bound = new Set(documents<{ _id: string }>('accounts').map(({ _id }) => _id));
    expect([...answered].filter((openid) => !bound.has(openid))).toEqual([]);

    const replies = await Promise.all(families.map(({ openid, form }) => enrol(simulator.url, openid, form)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(60);
    expect(simulator.database.count('households')).toBe(660);
    expect(countersOf({ documents })).toEqual(countedFiles({ documents }));
  } finally {
    await simulator.stop();
  }
}, 120_000);
