import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Contracts, OutputOf, Reply } from '../../../cloudfunctions/contracts';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { ReturnCountsDocument } from '../../../cloudfunctions/returns/count-returns';
import type {
  DeclarationDocument,
  ReturneeDocument,
} from '../../../cloudfunctions/returns/declaration.document';
import { startSimulator } from '../../../simulator/simulator';
import { type DeclareForm, declareForm } from '../../support/declarations';

type Declared = Reply<OutputOf<Contracts['returns']['declare']>>;
const PROJECT = resolve(__dirname, '../../..');
const FAMILIES = 24;
/** Several teams: in one evening four families of a team are many. */
const TEAMS = ['t1-v1-g1', 't1-v1-g2', 't1-v1-g3', 't1-v2-g1', 't1-v2-g2', 't1-v2-g3'];

let folder: string;
let child: ChildProcess;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-returns-'));
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

const declare = async (url: string, openid: string, form: DeclareForm): Promise<Declared> => {
  const response = await fetch(`${url}/call/returns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ data: { action: 'declare', input: form } }),
  });
  return ((await response.json()) as { result: Declared }).result;
};

test('killed while many declare: no declaration without its file, its person and its count, and sending again declares the rest once', async () => {
  const url = await startAsProcess();
  const families = Array.from({ length: FAMILIES }, (_, n) => ({
    openid: `o-killed-returning-${n}`,
    form: declareForm(Date.now(), {
      destination: { gridId: TEAMS[n % TEAMS.length]!, address: `${n} 号`, tenure: 'owner' },
    }),
  }));
  const answered = new Set<string>();
  const sent = families.map(async ({ openid, form }) => {
    const reply = await declare(url, openid, form).catch(() => null);
    if (reply?.ok) answered.add(openid);
    if (answered.size === 5) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), ...sent]);
  expect(answered.size).toBeGreaterThanOrEqual(5);
  expect(answered.size).toBeLessThan(FAMILIES);

  const simulator = await startSimulator({ port: 0, data: folder, device: false });
  const documents = <T extends object>(name: string): T[] =>
    simulator.database.browse(name, { offset: 0, limit: 1000 }).documents as unknown as T[];
  const ours = () =>
    documents<DeclarationDocument>('declarations').filter(({ declaredBy }) =>
      declaredBy.openid.startsWith('o-killed-returning'),
    );
  const expectWhole = () => {
    const files = new Set(documents<HouseholdDocument>('households').map(({ _id }) => _id));
    const open = new Set(documents<ReturneeDocument>('returnees').map((one) => one.openDeclarationId));
    for (const { _id, householdId } of ours()) {
      expect(files.has(householdId)).toBe(true);
      expect(open.has(_id)).toBe(true);
    }
    const expected = documents<DeclarationDocument>('declarations').filter(
      ({ status }) => status === 'declared',
    );
    const counted = documents<ReturnCountsDocument>('return_counts').reduce(
      (sum, counts) => sum + (counts.expected ?? 0),
      0,
    );
    expect(counted).toBe(expected.length);
  };
  try {
    expectWhole();
    const bound = new Set(ours().map(({ declaredBy }) => declaredBy.openid));
    expect([...answered].filter((openid) => !bound.has(openid))).toEqual([]);
    const replies = await Promise.all(
      families.map(({ openid, form }) => declare(simulator.url, openid, form)),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(FAMILIES);
    expect(ours()).toHaveLength(FAMILIES);
    expectWhole();
  } finally {
    await simulator.stop();
  }
}, 240_000);
