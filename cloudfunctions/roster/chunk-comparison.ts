import type { Context } from '../kernel/context';
import { readFilesSharingPapers } from '../registration/registration.repository';
import { papersIndexOf } from '../registration/person-record';
import { type Compared, compareHousehold } from './comparison';
import type { ChunkDocument, Counts, JobDocument } from './job.document';
import type { RosterHousehold } from './roster-rows';

/** The households of a chunk against the files as they stand now: one look-up for all their papers. */
export async function compareChunk(
  context: Context,
  job: JobDocument,
  chunk: ChunkDocument,
): Promise<Compared[]> {
  const { vault } = context;
  // What was sealed here is what was sealed from a RosterHousehold[]; the seal proves it.
  const households = JSON.parse(vault.open('roster', chunk.sealed ?? '')) as RosterHousehold[];
  const indexes = households.flatMap(({ people }) =>
    people.map(({ form }) => papersIndexOf(form.papers, vault)),
  );
  const sharing = indexes.length === 0 ? [] : await readFilesSharingPapers(context, indexes);
  return households.map((household) =>
    compareHousehold(household, sharing, { villageId: job.gridId, vault }),
  );
}

/** The counts of a job after a chunk: each row is counted once, wrong ones too. */
export function countsAfter(job: JobDocument, chunk: ChunkDocument, compared: readonly Compared[]): Counts {
  const counts = { ...job.counts };
  const rows = compared.flatMap((household) => household.rows);
  for (const { outcome } of rows) counts[outcome] += 1;
  counts.wrong += chunk.rows - rows.length;
  return counts;
}
