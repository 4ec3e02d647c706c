import type { Figure, FigureRow } from '../../../../cloudfunctions/contracts/index';
import { dayText } from '../../../shared/dates';
import { MEASURES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

export type PersonCard = { key: string; name: string; place: string; note: string; url: string };

/** Each row opens the page that works on it. */
const PAGES: Readonly<Record<FigureRow['kind'], (id: string) => string>> = {
  declaration: (id) => `/packages/returns/check/index?declarationId=${id}`,
  observation: (id) => `/packages/observation/record/index?observationId=${id}`,
  alert: (id) => `/packages/alerts/detail/index?alertId=${id}`,
};

export const personCard = (row: FigureRow, figure: Figure): PersonCard => ({
  key: `${row.kind} ${row.id}`,
  name: row.name,
  place: shortPlace(row.place),
  note: [...(row.measure === null ? [] : [MEASURES[row.measure]]), dateNote(row, figure)].join(' · '),
  url: PAGES[row.kind](encodeURIComponent(row.id)),
});

function dateNote({ kind, date }: FigureRow, figure: Figure): string {
  const day = dayText(date);
  if (kind === 'alert') return `${day}上报`;
  if (kind === 'declaration') return figure === 'expected' ? `${day}到` : `${day}到的`;
  return figure === 'released' ? `到 ${day}期满` : `到 ${day}`;
}
