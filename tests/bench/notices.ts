import { measureInbox } from './measure/inbox';
import { measureLargeAudience } from './measure/large-audience';

const HOUSEHOLDS = 40_000;

/** The figures of notices, from one run. `lists`, `storm` and `inboxMs` say what stands behind them. */
export async function measure(say: (line: string) => void): Promise<Record<string, unknown>> {
  say(`A notice to ${HOUSEHOLDS} households…`);
  const { lists, storm, ...audience } = await measureLargeAudience(HOUSEHOLDS);
  say(JSON.stringify(audience));
  say('A villager opens the list, among 2,000 people and among 120,000…');
  const { inboxMs, ...inbox } = await measureInbox();
  return { ...audience, ...inbox, lists, storm, inboxMs };
}
