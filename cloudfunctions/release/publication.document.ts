import type { Measure } from '../contracts/health';
import type { StaffRole } from '../contracts';

export const PUBLICATIONS = 'publications';

/** What neighbours may know: enough to watch over the rule, nothing that tells who it is to anybody else. */
export type PublishedRow = {
  /** 王** */
  nameMask: string;
  /** 三组 */
  team: string;
  measure: Measure;
  from: string;
  to: string;
};

/** 公示: a village's list as it was published. Its rows never change; it can be withdrawn. */
export type PublicationDocument = {
  _id: string;
  /** The village. */
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  rows: PublishedRow[];
  publishedBy: string;
  publishedByName: string;
  role: StaffRole;
  publishedAt: string;
  /** The moment and the id in one text: the order of the lists. */
  order: string;
  withdrawn: { by: string; byName: string; at: string; reason: string } | null;
};
