import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Contracts, OutputOf, Reply } from '../../../cloudfunctions/contracts';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { MoveDocument } from '../../../cloudfunctions/township/move.document';
import { type Simulator, startSimulator } from '../../../simulator/simulator';
import { allDocuments } from '../../support/documents';
import { newRequestId } from '../../support/forms';
import { callOver, type SimulatorProcess, startSimulatorProcess } from '../../support/simulator-process';
import { countedFiles, countersOf } from '../registration/counters';

type Moved = Reply<OutputOf<Contracts['township']['moveGrid']>>;

const OFFICER = 'o-chen-zhiyuan';
const TEAM = 't1-v1-g3';
const FROM = 't1-v1';
const TO = 't1-v2';
const KILLS = 3;
/** Files beside those of the demo: enough for some calls of a hundred each. */
const MANY = 400;

const folder = mkdtempSync(join(tmpdir(), 'cunan-move-killed-'));
let running: SimulatorProcess | undefined;
afterAll(async () => {
  await running?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const input = { requestId: newRequestId(), gridId: TEAM, parentId: TO };
const moveOver = async (url: string): Promise<Moved> =>
  callOver<Moved>(url, OFFICER, { functionName: 'township', action: 'moveGrid', input });

/** Opens the folder in this process, as it was left, for a look. */
async function looking<T>(look: (simulator: Simulator) => Promise<T> | T): Promise<T> {
  const simulator = await startSimulator({ port: 0, data: folder, device: false });
  try {
    return await look(simulator);
  } finally {
    await simulator.stop();
  }
}

/** The demo's villages have teams of the same names, and few files. */
async function prepare(simulator: Simulator): Promise<number> {
  const rename = { action: 'changeGrid', input: { gridId: TEAM, name: '河东组' } };
  await simulator.call('township', rename, { openid: OFFICER });
  const [sample] = allDocuments<HouseholdDocument>(simulator, 'households').filter(
    ({ gridId, status }) => gridId === TEAM && status === 'verified',
  );
  const copies = Array.from({ length: MANY }, (_, n) => ({
    ...sample!,
    _id: `copy-${n}`,
    queueKey: `${sample!.submittedAt} copy-${n}`,
    people: sample!.people.map((person) => ({ ...person, careCategories: [] })),
  }));
  simulator.database.insertMany('households', copies);
  await simulator.database.handle('database.modifyDocument', {
    collectionName: 'coverage',
    query: JSON.stringify({ _id: TEAM }),
    data: JSON.stringify({ $inc: { verified: MANY } }),
    multi: false,
    merge: true,
    upsert: false,
  });
  return filesOf(simulator).length;
}

const filesOf = (simulator: Simulator) =>
  allDocuments<HouseholdDocument>(simulator, 'households').filter(({ gridId }) => gridId === TEAM);

/** Each file in one of the two villages and not in both, and as many there as the move says. */
function expectWhole(simulator: Simulator, total: number): number {
  const files = filesOf(simulator);
  expect(files).toHaveLength(total);
  const there = files.filter(({ gridPath }) => gridPath.includes(TO));
  expect(files.filter(({ gridPath }) => gridPath.includes(FROM))).toHaveLength(total - there.length);
  for (const { gridPath, pathNames } of there) {
    expect(gridPath).toEqual(['t1', TO, TEAM]);
    expect(pathNames).toEqual(['青石镇', '石桥村', '河东组']);
  }
  const [move] = allDocuments<MoveDocument>(simulator, 'grid_moves');
  expect(move).toMatchObject({ moved: there.length });
  const documents = <T extends object>(name: string) => allDocuments<T>(simulator, name);
  expect(countersOf({ documents })).toEqual(countedFiles({ documents }));
  return there.length;
}

/** Sends the move and kills everything as soon as it took more files along than before. */
async function killWhileMoving(before: number): Promise<void> {
  running = await startSimulatorProcess(folder);
  const { url, kill } = running;
  const sent = moveOver(url).catch(() => null);
  for (let moved = before; moved <= before;) {
    await pause(5);
    const response = await fetch(`${url}/simulator/collections/grid_moves?offset=0&limit=1`);
    const { documents } = (await response.json()) as { documents: MoveDocument[] };
    moved = documents[0]?.moved ?? 0;
  }
  await kill();
  await sent;
}

test('killed again and again while a team moves, no file is lost, doubled or miscounted, and the next call goes on', async () => {
  const total = await looking(prepare);
  let moved = 0;
  for (let round = 0; round < KILLS; round += 1) {
    await killWhileMoving(moved);
    const there = await looking((simulator) => expectWhole(simulator, total));
    expect(there).toBeGreaterThan(moved);
    expect(there).toBeLessThan(total);
    moved = there;
  }
  await looking(async (simulator) => {
    for (let isDone = false; !isDone;) {
      const reply = await moveOver(simulator.url);
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
      isDone = reply.data.done;
    }
    expect(expectWhole(simulator, total)).toBe(total);
    expect(allDocuments<MoveDocument>(simulator, 'grid_moves')).toMatchObject([{ status: 'done' }]);
    expect(await moveOver(simulator.url)).toMatchObject({ ok: true, data: { done: true, left: 0 } });
  });
}, 240_000);
