import type { KeptReading } from '../../services/unsent-readings';
import { momentText } from '../../shared/dates';
import { temperatureText } from '../../shared/temperature';

/** A reading that waits on this phone, or that the cloud would not take, as a row. */
export type KeptRow = { requestId: string; title: string; note: string; problem: string };

export const keptRows = (kept: readonly KeptReading[], now: number): KeptRow[] =>
  kept.map(({ form, name, what, keptAt, problem }) => ({
    requestId: form.requestId,
    title: `${name} ${what} ${temperatureText(form.temperature)}`,
    note: `${momentText(keptAt, now)} 填的`,
    problem,
  }));
