import type { ObservationDocument } from './observation.document';

const MOST = 99;

/**
 * The order of today's list, as one text: open alerts, then most missed in a row, then the earliest slot. It is written whenever one of
 * them changes, so that the list is one range of one index in a team as in a town.
 */
export const urgencyKey = ({
  openAlerts,
  missedInRow,
  nextSlot,
  _id,
}: Pick<ObservationDocument, 'openAlerts' | 'missedInRow' | 'nextSlot' | '_id'>): string =>
  [openAlerts > 0 ? 0 : 1, missedPart(missedInRow), nextSlot ?? '9999', _id].join(' ');

/** Fewer missed sort later. */
const missedPart = (missedInRow: number): string =>
  String(MOST - Math.min(missedInRow, MOST)).padStart(2, '0');

/** Whoever has no open alert, missed nothing and has nothing due before `slot` comes from here on. */
export const notUrgentFrom = (slot: string): string => `1 ${missedPart(0)} ${slot}`;

/** Whoever has no open alert and missed nothing lately comes from here on. */
export const nothingMissedFrom = (): string => `1 ${missedPart(0)} `;
