import { SupplySettings } from '../contracts/rounds';
import { townTopic } from '../rulebook/town-settings';

/** What the plans of 2022 said: a round at least every two days; three days without is too long. Until the town says otherwise. */
export const supplySettings = townTopic('supplies', SupplySettings, {
  daysBetweenRounds: 2,
  daysWithoutSupplies: 3,
});
