import type { As } from '../../services/purchase';

/** Which round a page is asked for, and as whom: with `?as=leader` for whoever leads the grid. */
export const asked = ({
  roundId = '',
  as,
}: {
  roundId?: string;
  as?: string;
}): { roundId: string; as: As } => ({
  roundId: decodeURIComponent(roundId),
  as: as === 'leader' ? 'leader' : 'supplier',
});
