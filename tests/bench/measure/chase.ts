import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ObservationDocument } from '../../../cloudfunctions/observation/observation.document';
import { startSimulator } from '../../../simulator/simulator';
import { allDocuments } from '../../support/documents';
import { lowestGrids, putCrowd } from '../../support/observed-crowd';
import { putObservation } from '../../support/observations';

const PROJECT = resolve(__dirname, '../../..');
const DAY = '2026-03-02';
const TEMPLATE = 'cunan-reading-due';
/** Every so many households allowed messages. */
const ALLOWING = 5;
const MESSAGES_EACH = 3;
const PAUSE_MS = 15;
const A_FEW = 20;

export type Chased = {
  people: number;
  /** Who had been asked when the machine was killed. */
  beforeKill: number;
  ticksAfter: number;
  longestTickMs: number;
  messages: number;
  /** Everybody was asked, nobody twice, and each tick stayed inside the function's 60 seconds. */
  resumed: boolean;
};

/**
 * The 20:00 chase of so many people whose machine is killed on the way: the next ticks go on where it stood, everybody is asked once, and
 * no phone gets two messages for one person.
 */
export async function measureChase(people: number): Promise<Chased> {
  const folder = mkdtempSync(join(tmpdir(), 'cunan-chase-'));
  try {
    await fill(folder, people);
    const { url, child } = await startAsProcess(folder);
    // Its answer never comes: the clock waits for the tick of 20:00, and that is cut off in the middle.
    const cut = post(url, 'clock', { set: `${DAY}T20:00:30+08:00` }).catch(() => null);
    await untilSomeAreAsked(url);
    child.kill('SIGKILL');
    await Promise.all([once(child, 'exit'), cut]);
    return await goOn(folder, people);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, people: number): Promise<void> {
  const simulator = await startSimulator({ port: 0, data: folder, device: false, timers: false });
  try {
    await simulator.clock.set(`${DAY}T15:00:00+08:00`);
    const documents = <T extends object>(name: string): T[] => allDocuments<T>(simulator, name);
    const [family] = documents<{ _id: string; people: object[] }>('households').filter(
      (file) => file.people.length > 0,
    );
    const template = putObservation({ simulator, documents }, family!._id);
    const crowd = putCrowd(simulator, template, people - 1, lowestGrids(documents));
    const phones = [...new Set(crowd.map(({ openid }) => openid))];
    const openids = phones.filter((_, n) => n % ALLOWING === 0);
    simulator.database.insertMany(
      'message_credits',
      openids.map((openid) => ({ _id: `${openid}:${TEMPLATE}`, left: MESSAGES_EACH })),
    );
    for (const openid of openids)
      for (let n = 0; n < MESSAGES_EACH; n += 1)
        await post(simulator.url, 'subscriptions', { answers: { [TEMPLATE]: 'accept' } }, openid);
  } finally {
    await simulator.stop();
  }
}

async function goOn(folder: string, people: number): Promise<Chased> {
  const simulator = await startSimulator({ port: 0, data: folder, device: false, timers: false });
  const asked = () =>
    allDocuments<ObservationDocument>(simulator, 'observations').filter(
      ({ chase }) => chase !== null && chase.by !== 'sending',
    );
  try {
    const beforeKill = asked().length;
    const times: number[] = [];
    // Five minutes later, so that what was being sent when the machine died is seen to as well.
    await simulator.clock.set(`${DAY}T20:05:40+08:00`);
    for (let more = true; more && times.length < 60;) {
      const start = performance.now();
      const reply = (await simulator.fireTimer('observation')) as { ok: boolean; data: { more: boolean } };
      times.push(performance.now() - start);
      more = !reply.ok || reply.data.more;
    }
    const messages = simulator.messages().filter(({ templateId }) => templateId === TEMPLATE);
    const longestTickMs = Math.round(Math.max(...times));
    const byMessage = asked().filter(({ chase }) => chase?.by === 'message').length;
    const names = messages.map(({ to, content }) => `${to} ${String(content.thing1)}`);
    // A message that left just before the kill is known to nobody: its person stands on the list as well.
    const isOnce = new Set(names).size === names.length && byMessage <= messages.length;
    return {
      people,
      beforeKill,
      ticksAfter: times.length,
      longestTickMs,
      messages: messages.length,
      resumed:
        beforeKill > 0 &&
        beforeKill < people &&
        asked().length === people &&
        isOnce &&
        messages.length > 0 &&
        longestTickMs < FUNCTION_LIMIT_MS,
    };
  } finally {
    await simulator.stop();
  }
}

const FUNCTION_LIMIT_MS = 60_000;

async function untilSomeAreAsked(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/simulator/collections/observations?offset=0&limit=${A_FEW}`);
    const { documents } = (await response.json()) as { documents: ObservationDocument[] };
    if (documents.some(({ chase }) => chase !== null)) return;
    await new Promise((passed) => setTimeout(passed, PAUSE_MS));
  }
}

/** The whole simulator as a process of its own, for killing. */
async function startAsProcess(folder: string): Promise<{ url: string; child: ChildProcess }> {
  const program = ['--import', 'tsx', 'simulator/main.ts', '--port', '0', '--data', folder, '--no-watch'];
  const child = spawn(process.execPath, program, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found, failed) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(`The simulator ended before it was ready: ${output}`)));
  });
  return { url, child };
}

const post = async (url: string, path: string, body: object, openid?: string): Promise<unknown> =>
  (
    await fetch(`${url}/simulator/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid !== undefined && { 'x-wx-openid': openid }) },
      body: JSON.stringify(body),
    })
  ).json();
