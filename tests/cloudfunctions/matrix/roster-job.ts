import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import {
  chunkIdOf,
  type ChunkDocument,
  jobIdOf,
  type JobDocument,
  noCounts,
} from '../../../cloudfunctions/roster/job.document';
import { newRequestId } from '../../support/forms';
import type { Township, Village } from '../../support/township';

/** A checked import of a village in which nothing is left to do, straight in the database; answers its id. */
export function rosterJobIn({ simulator }: Township, village: Village): string {
  const jobId = jobIdOf('o-test-importer', newRequestId());
  const { gridPath } = village;
  const job: JobDocument = {
    _id: jobId,
    gridId: village.gridId,
    gridPath,
    fileId: '',
    fileName: '花名册.xlsx',
    status: 'checked',
    chunks: 1,
    cursor: 1,
    rows: 1,
    households: 0,
    done: 1,
    counts: { ...noCounts(), wrong: 1 },
    startedAt: '2026-11-21T20:05:00+08:00',
    startedBy: 'o-test-importer',
    startedByName: '测试人员',
  };
  const chunk: ChunkDocument = {
    _id: chunkIdOf(jobId, 0),
    jobId,
    gridPath,
    position: 0,
    rows: 1,
    sealed: vaultOf(simulator.secrets).seal('roster', '[]'),
    wrong: [{ row: 2, column: '姓名', outcome: 'wrong', message: '请填写姓名' }],
    found: [],
    faultCount: 1,
  };
  simulator.database.insertMany('roster_jobs', [job]);
  simulator.database.insertMany('roster_chunks', [chunk]);
  return jobId;
}
