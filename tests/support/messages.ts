import { templateIdFor } from '../../cloudfunctions/kernel/subscription-message';
import type { MessageUse } from '../../cloudfunctions/contracts';
import type { Township } from './township';

/** WeChat's dialog on this phone, and the phone telling us what it was allowed: one message of each use named. */
export async function allowMessages(
  township: Township,
  openid: string,
  ...uses: MessageUse[]
): Promise<void> {
  for (const use of uses)
    await fetch(`${township.simulator.url}/simulator/subscriptions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify({ answers: { [templateIdFor(use)!]: 'accept' } }),
    });
  await township.as(openid).get('channels', 'keepMessages', { accepted: uses });
}

export const messagesTo = ({ simulator }: Township, openid: string) =>
  simulator.messages().filter(({ to }) => to === openid);
