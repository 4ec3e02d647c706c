import type { LoudspeakerRules } from '../contracts/notice-paper';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { TOWN_SETTINGS } from '../rulebook/settings.document';

/** In `town_settings` as `<town>:loudspeaker`. */
type RulesDocument = LoudspeakerRules & {
  _id: string;
  gridPath: string[];
  setBy: string;
  setByName: string;
  setAt: string;
};
const rulesIdOf = (townId: string): string => `${townId}:loudspeaker`;

/** Heard only by day, when most are at home, until the town says otherwise. */
const SHIPPED: LoudspeakerRules = {
  from: '08:00',
  until: '20:00',
  times: ['08:00', '12:00', '18:00'],
  urgentEvery: 60,
  days: 3,
};

/** The town's own; its document stands for the whole town. */
export async function readLoudspeakerRules(
  { database }: Pick<Context, 'database'>,
  townId: string,
): Promise<LoudspeakerRules> {
  const stored = await unscoped<RulesDocument>(database, TOWN_SETTINGS).get(rulesIdOf(townId));
  if (!stored) return SHIPPED;
  const { from, until, times, urgentEvery, days } = stored;
  return { from, until, times, urgentEvery, days };
}
