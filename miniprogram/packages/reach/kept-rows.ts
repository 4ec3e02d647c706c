import type { KeptTell } from '../../services/unsent-tells';
import { momentText } from '../../shared/dates';
import { TOLD } from '../../shared/labels';

/** A tick that waits on this phone, or that the cloud would not take, as a row. */
export type KeptRow = { requestId: string; title: string; note: string; problem: string };

export const keptRows = (kept: readonly KeptTell[], now: number): KeptRow[] =>
  kept.map(({ form, name, keptAt, problem }) => ({
    requestId: form.requestId,
    title: `${name} ${TOLD[form.how]}`,
    note: `${momentText(keptAt, now)} 记的`,
    problem,
  }));
