export const REACH_SWEEPS = 'reach_sweeps';
export const SWEEP_ID = 'newcomers';

/** How far this morning's look for newcomers has come; one document for all mornings. */
export type SweepDocument = {
  _id: string;
  /** YYYY-MM-DD */
  day: string;
  /** The last notice (its `order`) that is done, and within the next one the last grid. */
  after: string;
  cursor: string;
  isDone: boolean;
  version: number;
};
