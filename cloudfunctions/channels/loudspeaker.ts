import { LoudspeakerRules } from '../contracts/notice-paper';
import type { Context } from '../kernel/context';
import { readTownTopic, setTownTopic, showTownTopic, type TownTopic } from '../rulebook/town-settings';

/** Heard only by day, when most are at home. */
const LOUDSPEAKER: TownTopic<typeof LoudspeakerRules> = {
  topic: 'loudspeaker',
  schema: LoudspeakerRules,
  shipped: { from: '08:00', until: '20:00', times: ['08:00', '12:00', '18:00'], urgentEvery: 60, days: 3 },
};

export const readLoudspeakerRules = (
  context: Pick<Context, 'database'>,
  townId: string,
): Promise<LoudspeakerRules> => readTownTopic(context, townId, LOUDSPEAKER);

export const showLoudspeakerRules = (_input: object, context: Context): Promise<LoudspeakerRules> =>
  showTownTopic(context, LOUDSPEAKER);

/** For every plan that is made from now on. */
export const changeLoudspeakerRules = (
  rules: LoudspeakerRules,
  context: Context,
): Promise<LoudspeakerRules> => setTownTopic(context, LOUDSPEAKER.topic, rules);
