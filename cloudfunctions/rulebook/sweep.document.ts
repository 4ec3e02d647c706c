export const SWEEPS = 'rule_sweeps';

/** Where a walk over declarations stands: behind this one. */
export type AreaCursor = { position: number; lastStayDate: string; id: string };
export type RulebookCursor = { status: 'declared' | 'checked'; queueKey: string };

/** What a walk looks for: declarations with a stay in one of these places since a day, or every open one. */
export type Target =
  { kind: 'areas'; spans: readonly { code: string; from: string }[] } | { kind: 'rulebook' };

/** Looking through the declarations after an approval. One document, so that a killed call goes on where it stood. */
export type SweepDocument = {
  /** `<list or rulebook>:sweep` */
  _id: string;
  gridPath: string[];
  kind: 'areas' | 'rulebook';
  /** The list's or the rulebook's `_id`. */
  subject: string;
  title: string;
  status: 'running' | 'done';
  /** As text, because the next one is not always of the same shape; null at the beginning. */
  cursor: string | null;
  looked: number;
  redecided: number;
  found: number;
  startedAt: string;
  startedByName: string;
  finishedAt: string | null;
};
