import type { KeptAct } from '../../services/unsent-hand-overs';
import { momentText } from '../../shared/dates';

/** What happened at the table and waits on this phone, or that the cloud would not take, as a row. */
export type KeptRow = { requestId: string; title: string; note: string; problem: string };

export const keptRows = (kept: readonly KeptAct[], now: number): KeptRow[] =>
  kept.map(({ form, name, what, keptAt, problem }) => ({
    requestId: form.requestId,
    title: `${name} ${what}`,
    note: `${momentText(keptAt, now)} 办的`,
    problem,
  }));
