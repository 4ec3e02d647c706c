import type { Measure } from '../contracts/health';
import type { StaffRole } from '../contracts';

export const RELEASES = 'releases';

/** proposed 村里提出 → checked 镇里审核 → approved 指挥部批准; or returned 退回 from either, and proposed again. */
export type ReleaseStatus = 'proposed' | 'checked' | 'approved' | 'returned';

/** One person's step. The three of a release are taken by three people. */
export type ReleaseStep = {
  openid: string;
  /** Who it is besides the phone: somebody with two phones is one person. Null where nothing is known. */
  phoneIndex: string | null;
  papersIndex: string | null;
  name: string;
  role: StaffRole;
  at: string;
  requestId: string;
};

/** Everything that happened to it, oldest first. */
export type ReleaseEvent = {
  what: 'propose' | 'check' | 'approve' | 'return';
  name: string;
  role: StaffRole;
  at: string;
  /** Of a return. */
  reason: string | null;
  by: string;
  requestId: string;
};

/** How one observation comes to its end; its `_id` is the observation's, so there can't be two. */
export type ReleaseDocument = {
  _id: string;
  householdId: string;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  name: string;
  measure: Measure;
  lastDate: string;
  status: ReleaseStatus;
  /** The steps that count now: a return takes them away, and the history keeps them. */
  proposed: ReleaseStep | null;
  checked: ReleaseStep | null;
  approved: ReleaseStep | null;
  certificateId: string | null;
  history: ReleaseEvent[];
  /** The moment of the last step and the id in one text: the order of a queue. */
  queueKey: string;
};

/** The release that a later step goes on with; the step's own check has seen that it is there. */
export function inProgress(release: ReleaseDocument | null): ReleaseDocument {
  if (release === null) throw new Error('A later step has a release to go on with');
  return release;
}
