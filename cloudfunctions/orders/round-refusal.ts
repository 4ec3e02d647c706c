import type { Context } from '../kernel/context';
import type { HouseholdDocument } from '../registration/household.document';
import type { RoundDocument } from '../rounds/round.document';
import { careOf, refusalOf, type Writer } from './buyer';

/** Why this household can't order in this round, to be said before anybody fills a cart; null when it can. */
export function roundRefusal(
  file: HouseholdDocument,
  { audience }: Pick<RoundDocument, 'audience'>,
  how: Writer['how'],
  context: Pick<Context, 'caller' | 'now'>,
): string | null {
  if (audience === 'care' && careOf(file).length === 0) return '这一批只给七类人的家庭订';
  return refusalOf(file, how, context);
}
