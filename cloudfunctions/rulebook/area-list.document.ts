import type { Source } from './rulebook.document';

export const AREA_LISTS = 'area_lists';

/** Risk areas that were proposed together: to add (they lie in `risk_areas` with this `listId`), or to end. */
export type AreaListDocument = {
  _id: string;
  gridPath: string[];
  kind: 'add' | 'end';
  /** 四川省成都市武侯区等 3 个地方 */
  title: string;
  areas: number;
  source: Source;
  /** For `end`: which areas, and their last day. */
  ends: { areaIds: string[]; validTo: string } | null;
  /** `publishing`: a second officer approved; its areas take their new state, in a step that can be repeated. */
  status: 'proposed' | 'publishing' | 'approved' | 'rejected';
  proposedBy: string;
  proposedByName: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  reason: string;
};
