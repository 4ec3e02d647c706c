import type { MessageOffer, MessageUse } from '../../cloudfunctions/contracts/index';
import { call, CloudError } from './cloud';

/** So many in store are enough: WeChat's dialog is not shown again. */
export const ENOUGH = 3;

/** What this phone may be asked for at its next tap; a page reads it when it opens. Without a network there is nothing to offer. */
export async function readMessageOffers(...uses: MessageUse[]): Promise<MessageOffer[]> {
  try {
    return (await call('channels', 'messages', { uses }, 'safe')).offers;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return [];
  }
}

/**
 * Asks WeChat whether we may send the messages of which few are left in store. It must run inside the tap itself, before anything is awaited: WeChat
 * shows its dialog to a finger only. Never an obstacle: a no, or no network, is an answer. True when something was allowed.
 */
export async function askForMessages(offers: readonly MessageOffer[]): Promise<boolean> {
  const lacking = offers.filter(({ left }) => left < ENOUGH);
  if (lacking.length === 0) return false;
  try {
    const answers: Record<string, string> = await wx.requestSubscribeMessage({
      tmplIds: lacking.map(({ templateId }) => templateId),
    });
    const accepted = lacking
      .filter(({ templateId }) => answers[templateId] === 'accept')
      .map(({ use }) => use);
    if (accepted.length > 0) await call('channels', 'keepMessages', { accepted }, 'never');
    return accepted.length > 0;
  } catch {
    // Switched off in WeChat, or offline: somebody calls instead.
    return false;
  }
}
