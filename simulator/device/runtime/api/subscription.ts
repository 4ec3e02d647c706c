import { askSubscription } from '../dialogs/subscription-sheet';
import { passNetwork } from '../network';
import { askSimulator } from '../session';
import { method, Refusal } from './method';

const most = 3;

async function requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }) {
  if (tmplIds.length === 0) throw new Refusal('TmplIds should not be empty', 10001);
  if (tmplIds.length > most) throw new Refusal('The number of templates exceeds the limit', 20003);
  await passNetwork().catch(() => {
    throw new Refusal('network error', 10002);
  });
  const answers = await askSubscription(tmplIds);
  await askSimulator('/simulator/subscriptions', { answers });
  return answers;
}

export const subscription = {
  requestSubscribeMessage: method('requestSubscribeMessage', requestSubscribeMessage),
};
