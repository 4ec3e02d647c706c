import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, type DatabaseSchema, openDatabase } from '../../../simulator/cloud/database';
import { median, millisecondsOf, rounded } from './timing';

const SMALL = 2_000;
const LARGE = 120_000;
const ROUNDS = 400;
/** Households of one team, whatever the size of the town: that is how a township grows. */
const PER_TEAM = 20;
const TEAMS_PER_TOWN = 200;

const schema = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../cloudfunctions/database.json'), 'utf8'),
) as DatabaseSchema;

function filled(folder: string, count: number): Database {
  const database = openDatabase({ folder, schema, now: () => Date.now() });
  const documents = Array.from({ length: count }, (_, i) => {
    const team = Math.floor(i / PER_TEAM);
    return {
      _id: `h${i}`,
      gridPath: [`town-${Math.floor(team / TEAMS_PER_TOWN)}`, `team-${team}`],
      status: i % 4 === 0 ? 'submitted' : 'verified',
      queueKey: `2026-11-${String(1 + (i % 28)).padStart(2, '0')}T08:00:00+08:00 h${i}`,
      papersIndexes: [`papers-${i}`, `papers-${i}-2`],
      people: [{ name: '张三' }, { name: '李四' }],
    };
  });
  for (let i = 0; i < documents.length; i += 5_000)
    database.insertMany('households', documents.slice(i, i + 5_000));
  return database;
}

/** The queries whose cost must not grow with the town: a team's queue, a whole town's first page, a look-up by papers. */
const queries = (count: number) => ({
  team: (i: number) => queue(`team-${(i * 37) % (count / PER_TEAM)}`),
  town: (i: number) => queue(`town-${i % Math.max(1, count / PER_TEAM / TEAMS_PER_TOWN)}`),
  papers: (i: number) => ({
    query: JSON.stringify({ papersIndexes: `papers-${(i * 7919) % count}` }),
    limit: 20,
  }),
});

const queue = (gridId: string) => ({
  query: JSON.stringify({ gridPath: { $in: [gridId] }, status: 'submitted' }),
  order: JSON.stringify([{ field: 'queueKey', direction: 'asc' }]),
  limit: 21,
});

async function costs(database: Database, count: number): Promise<Record<string, number>> {
  const result: Record<string, number> = {};
  for (const [name, query] of Object.entries(queries(count))) {
    const times: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1)
      times.push(
        await millisecondsOf(() =>
          database.handle('database.getDocument', {
            collectionName: 'households',
            queryType: 'WHERE',
            offset: 0,
            ...query(i),
          }),
        ),
      );
    result[name] = median(times.slice(ROUNDS / 4));
  }
  return result;
}

/** An indexed find among 120,000 documents against the same among 2,000, for each kind of query; 1 is no growth at all. */
export async function measureCursors(): Promise<Record<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cunan-cursor-'));
  const small = filled(path.join(folder, 'small'), SMALL);
  const large = filled(path.join(folder, 'large'), LARGE);
  try {
    const [few, many] = [await costs(small, SMALL), await costs(large, LARGE)];
    return Object.fromEntries(
      Object.keys(few).map((name) => [name, rounded((many[name] ?? NaN) / (few[name] ?? NaN))]),
    );
  } finally {
    small.close();
    large.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
