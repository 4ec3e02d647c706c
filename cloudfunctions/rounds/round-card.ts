import type { RoundCard } from '../contracts/supplies';
import { placeOf } from '../registration/household-view';
import type { RoundDocument } from './round.document';

/** A round as anybody in its grids may see it. */
export const roundCard = (round: RoundDocument): RoundCard => ({
  roundId: round._id,
  title: round.title,
  number: round.number,
  supplierName: round.supplierName,
  place: placeOf(round.pathNames),
  status: round.status,
  audience: round.audience,
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  itemCount: round.items.length,
});
