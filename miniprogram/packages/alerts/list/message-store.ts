import type { MessageOffer } from '../../../../cloudfunctions/contracts/index';
import { ENOUGH } from '../../../services/message-asking';

/** How many messages of new alerts this phone may still get, in words. */
export type MessageStore = { note: string; canAsk: boolean };

/** Null where the town has set up no such message. */
export function messageStore([offer]: readonly MessageOffer[]): MessageStore | null {
  if (!offer) return null;
  const { left } = offer;
  if (left >= ENOUGH) return { note: `还能收 ${left} 条，够用了。`, canAsk: false };
  const now = left === 0 ? '现在一条也收不到，有异常要自己来看。' : `还能收 ${left} 条。`;
  return { note: `${now}微信每答应一次，只让发一条。`, canAsk: true };
}
