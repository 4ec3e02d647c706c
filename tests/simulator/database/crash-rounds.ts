import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase, type Database, type DatabaseSchema } from '../../../simulator/cloud/database';

export const CRASH_SCHEMA: DatabaseSchema = {
  collections: { left: { indexes: [{ name: 'pair', keys: [['pair', 1]] }] }, right: { indexes: [] } },
};

export interface CrashResult {
  rounds: number;
  /** Writes that the killed processes had acknowledged. */
  acknowledged: number;
  /** Acknowledged writes that were not there afterwards, and transactions of which only half was. */
  lost: number;
}

/** Lets a process write and kills it in the middle, so many times over the same folder; counts what is missing. */
export async function runCrashRounds(rounds: number): Promise<CrashResult> {
  const folder = mkdtempSync(join(tmpdir(), 'cunan-crash-'));
  const acknowledged: string[] = [];
  let lost = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      acknowledged.push(...(await writeUntilKilled(folder, round)));
      const database = openDatabase({ folder, schema: CRASH_SCHEMA, now: Date.now });
      lost += await missing(database, acknowledged);
      database.close();
    }
    return { rounds, acknowledged: acknowledged.length, lost };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one process had acknowledged when it was killed, at a moment that differs from round to round. */
async function writeUntilKilled(folder: string, round: number): Promise<string[]> {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'crash-writer.ts'), folder, String(round)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  writer.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const gone = new Promise((resolve) => writer.once('close', resolve));
  const lines: string[] = [];
  const output = createInterface(writer.stdout);
  output.on('line', (line) => {
    if (lines.push(line) === 1) setTimeout(() => writer.kill('SIGKILL'), 20 + ((round * 53) % 200));
  });
  await gone;
  if (lines.length === 0) throw new Error(`the writer wrote nothing: ${complaints}`);
  // The last line may have been cut off by the kill.
  return lines.filter((line) => /^[dt] \d+-\S*\d$|^c \d+$/.test(line)).slice(0, -1);
}

async function missing(database: Database, acknowledged: readonly string[]): Promise<number> {
  const left = await idsIn(database, 'left');
  const right = await idsIn(database, 'right');
  const counter = await countedTo(database);
  const isThere = (line: string): boolean => {
    const [kind, id] = line.split(' ') as [string, string];
    if (kind === 'c') return counter >= Number(id);
    return left.has(id) && (kind === 'd' || right.has(id));
  };
  const halves = [...left].filter((id) => id.includes('pair') && !right.has(id)).length;
  return halves + acknowledged.filter((line) => !isThere(line)).length;
}

async function idsIn(database: Database, collection: string): Promise<Set<string>> {
  const { documents } = database.browse(collection, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  return new Set(documents.map(({ _id }) => String(_id)));
}

async function countedTo(database: Database): Promise<number> {
  const { data } = await database.handle('database.getDocument', {
    collectionName: 'left',
    query: '{"_id":"counter"}',
  });
  const [text] = data?.list as string[];
  return text === undefined ? 0 : (JSON.parse(text) as { n: number }).n;
}
