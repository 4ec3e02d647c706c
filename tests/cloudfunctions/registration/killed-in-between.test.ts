import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Contracts, OutputOf, Reply } from '../../../cloudfunctions/contracts';
import { startSimulator } from '../../../simulator/simulator';
import { countedFiles, countersOf } from './counters';
import { type EnrolForm, enrolForm } from './forms';

type Enrolled = Reply<OutputOf<Contracts['registration']['enrol']>>;
const PROJECT = resolve(__dirname, '../../..');

let folder: string;
let child: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-killed-'));
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The whole simulator as a process of its own, for killing. */
function startAsProcess(): Promise<string> {
  const program = ['--import', 'tsx', 'simulator/main.ts', '--port', '0', '--data', folder, '--no-watch'];
  child = spawn(process.execPath, program, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((found, failed) => {
    let output = '';
    child.stdout!.on('data', (chunk) => {
      output += String(chunk);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url !== undefined) found(url);
    });
    child.once('exit', () => failed(new Error(`The simulator ended before it was ready: ${output}`)));
  });
}

const enrol = async (url: string, openid: string, form: EnrolForm): Promise<Enrolled> => {
  const response = await fetch(`${url}/call/registration`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ data: { action: 'enrol', input: form } }),
  });
  return ((await response.json()) as { result: Enrolled }).result;
};

test('killed in the middle of an evening: what was answered is there, half a file nowhere, and sending again enrols the rest once', async () => {
  const url = await startAsProcess();
  const families = Array.from({ length: 60 }, (_, n) => ({
    openid: `o-killed-${n}`,
    form: enrolForm(n % 2 === 0 ? 't1-v1-g1' : 't1-v2-g1'),
  }));
  const answered = new Set<string>();
  const sent = families.map(async ({ openid, form }) => {
    const reply = await enrol(url, openid, form).catch(() => null);
    if (reply?.ok) answered.add(openid);
    if (answered.size === 12) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), ...sent]);
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
