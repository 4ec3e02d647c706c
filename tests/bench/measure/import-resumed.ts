import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../../simulator/simulator';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { CoverageDocument } from '../../../cloudfunctions/township/grid.document';
import { allDocuments } from '../../support/documents';
import { rosterOf, spreadsheet } from '../../support/rosters';
import { callOver, startSimulatorProcess } from '../../support/simulator-process';

const LEADER = 'o-li-guoqiang';
const HOUSEHOLDS = 700;
const REQUEST_ID = 'bench-roster-resumed-000';
const PAUSE_MS = 20;

type Job = { jobId: string; status: string; done: number; rows: number; counts: { new: number } };
type Grid = { _id: string; name: string; path: string[] };

/** True when an import whose machine is killed while it applies goes on where it stood, and each household is on file and counted once. */
export async function measureImportResumed(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'cunan-roster-'));
  try {
    const { url, kill } = await startSimulatorProcess(folder);
    const gridId = await villageOfLeader(url);
    const job = await stageAndCheck(url, gridId);
    // Its answer never comes.
    const cut = call(url, 'apply', { jobId: job.jobId }).catch(() => null);
    await untilSomeIsApplied(url, gridId);
    await Promise.all([kill(), cut]);
    return await goOn(folder, gridId, job);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function goOn(folder: string, gridId: string, { jobId, rows }: Job): Promise<boolean> {
  const simulator = await startSimulator({ port: 0, data: folder, device: false, quiet: true });
  try {
    const standing = (await call<{ job: Job }>(simulator.url, 'overview', { gridId })).job;
    let job = standing;
    while (job.status === 'applying') job = await call<Job>(simulator.url, 'apply', { jobId });
    const files = allDocuments<HouseholdDocument>(simulator, 'households').filter(
      ({ status }) => status === 'rostered',
    );
    const counted = allDocuments<CoverageDocument>(simulator, 'coverage').reduce(
      (sum, { rostered }) => sum + rostered,
      0,
    );
    const wasCut = standing.status === 'applying' && standing.done > 0 && standing.done < rows;
    return wasCut && job.counts.new === rows && files.length === HOUSEHOLDS && counted === HOUSEHOLDS;
  } finally {
    await simulator.stop();
  }
}

async function untilSomeIsApplied(url: string, gridId: string): Promise<void> {
  for (;;) {
    const { job } = await call<{ job: Job }>(url, 'overview', { gridId });
    if (job.status !== 'checked' && job.done > 0) return;
    await new Promise((passed) => setTimeout(passed, PAUSE_MS));
  }
}

async function call<T>(url: string, action: string, input: object, name = 'roster'): Promise<T> {
  type Answer = { ok: boolean; data: T; error?: unknown };
  const result = await callOver<Answer>(url, LEADER, { functionName: name, action, input });
  if (!result.ok) throw new Error(`roster.${action} was refused: ${JSON.stringify(result.error)}`);
  return result.data;
}

async function villageOfLeader(url: string): Promise<string> {
  const { posts } = await call<{ posts: { role: string; gridId: string }[] }>(url, 'today', {}, 'home');
  const post = posts.find(({ role }) => role === 'gridLeader');
  if (post === undefined) throw new Error('The demo has no such leader');
  return post.gridId;
}

async function stageAndCheck(url: string, gridId: string): Promise<Job> {
  const response = await fetch(`${url}/simulator/collections/grids?offset=0&limit=1000`);
  const { documents } = (await response.json()) as { documents: Grid[] };
  const team = documents.find(({ path }) => path.length === 3 && path.includes(gridId));
  if (team === undefined) throw new Error('The village has no team');
  const content = await spreadsheet(rosterOf({ team }, HOUSEHOLDS));
  const uploaded = await fetch(`${url}/storage/roster-uploads/${REQUEST_ID}.xlsx`, {
    method: 'PUT',
    headers: { 'x-wx-openid': LEADER },
    body: new Uint8Array(content),
  });
  const { fileID } = (await uploaded.json()) as { fileID: string };
  const form = { requestId: REQUEST_ID, gridId, fileId: fileID, fileName: '花名册.xlsx' };
  let job = await call<Job>(url, 'stage', form);
  while (job.status === 'checking') job = await call<Job>(url, 'check', { jobId: job.jobId });
  return job;
}
