import type { OrderDocument, OrderLine } from '../orders/order.document';
import type { RoundDocument } from '../rounds/round.document';

type Round = Pick<RoundDocument, 'items' | 'demand' | 'confirmed' | 'substitutes'>;
type Order = Pick<OrderDocument, 'care' | 'substitutes'>;

/**
 * Why a household gets less of an item than it ordered, in plain words; null where it gets all of it, or nothing is known yet. `whose` says who reads it: the
 * household itself or somebody on duty.
 */
export function shareReason(
  line: Pick<OrderLine, 'itemId' | 'quantity' | 'allotted' | 'substitute'>,
  order: Order,
  round: Round,
  whose: '您家' | '这家' = '您家',
): string | null {
  const { itemId, quantity, allotted } = line;
  const demanded = round.demand?.byItem[itemId]?.quantity;
  const comes = round.confirmed?.[itemId];
  if (demanded === undefined || comes === undefined || allotted === null || allotted >= quantity) return null;
  const unit = round.items.find((item) => item.itemId === itemId)?.unit ?? '';
  const short = `大家一共订了 ${demanded} ${unit}，只到 ${comes} ${unit}。`;
  return `${short}${RULE}${whose}订 ${quantity} ${unit}，分到 ${allotted} ${unit}。${insteadReason(line, order, round, whose)}`;
}

const RULE = '先分给七类人家庭，别家一份一份轮流分，最后几份先下单的先得。';

function insteadReason(
  { itemId, substitute }: Pick<OrderLine, 'itemId' | 'substitute'>,
  { substitutes }: Order,
  round: Round,
  whose: string,
): string {
  const offer = round.substitutes[itemId];
  if (offer === undefined) return '';
  if (!substitutes) return `${whose}下单时没选“缺货可以换别的”，所以没有换。`;
  if (substitute === null) return `换的${offer.name}也不够，没有轮到。`;
  return `缺的换成${offer.name} ${substitute.quantity} ${offer.unit}。`;
}
