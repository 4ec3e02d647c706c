import { LoudspeakerRules } from '../contracts/notice-paper';
import { townTopic } from '../rulebook/town-settings';

/** Heard only by day, when most are at home, until the town says otherwise. */
export const loudspeakerRules = townTopic('loudspeaker', LoudspeakerRules, {
  from: '08:00',
  until: '20:00',
  times: ['08:00', '12:00', '18:00'],
  urgentEvery: 60,
  days: 3,
});
