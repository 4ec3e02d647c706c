import type { PreviewPart } from '../../../cloudfunctions/contracts/index';
import { CloudError } from '../../services/cloud';
import { dayText } from '../../shared/dates';

export type PreviewRow = { key: string; who: string; note: string; change: string; isHere: boolean };
export type PreviewMove = { key: string; words: string; people: number };
export type Preview = {
  status: 'loading' | 'ready' | 'failed';
  people: number;
  here: number;
  moves: PreviewMove[];
  rows: PreviewRow[];
};

/** Rows shown; the counts are of everybody. */
const MOST_ROWS = 50;

export const emptyPreview: Preview = { status: 'loading', people: 0, here: 0, moves: [], rows: [] };

/** What is known so far with one part more. */
export function withPart(preview: Preview, part: PreviewPart): Preview {
  const moves = new Map(preview.moves.map(({ words, people }) => [words, people]));
  for (const { from, to, people } of part.moves) {
    const words = from.words === to.words ? `${to.words}，做法有变` : `${from.words} → ${to.words}`;
    moves.set(words, (moves.get(words) ?? 0) + people);
  }
  const rows = part.rows.map(
    ({ declarationId, nameMask, place, arrivesAt, from, to, isHere }): PreviewRow => ({
      key: declarationId,
      who: nameMask,
      note: `${place} · ${dayText(arrivesAt)}到`,
      change: `${from.words} → ${to.words}`,
      isHere,
    }),
  );
  return {
    status: part.next === null ? 'ready' : 'loading',
    people: preview.people + part.rows.length,
    here: preview.here + part.rows.filter(({ isHere }) => isHere).length,
    moves: [...moves]
      .map(([words, people]) => ({ key: words, words, people }))
      .sort((a, b) => b.people - a.people),
    rows: [...preview.rows, ...rows].slice(0, MOST_ROWS),
  };
}

/** Whom a proposal would decide otherwise, part by part, until the page says that nobody looks any more. */
export async function readPreview(
  ask: (after?: string) => Promise<PreviewPart>,
  show: (preview: Preview) => boolean,
): Promise<void> {
  let preview = emptyPreview;
  let after: string | undefined;
  try {
    do {
      const part = await ask(after);
      preview = withPart(preview, part);
      after = part.next ?? undefined;
    } while (show(preview) && after !== undefined);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    show({ ...preview, status: 'failed' });
  }
}
