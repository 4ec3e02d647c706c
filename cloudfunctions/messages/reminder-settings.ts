import { ReminderSettings } from '../contracts/messages';
import type { Context } from '../kernel/context';
import { readTownTopic, setTownTopic, showTownTopic, type TownTopic } from '../rulebook/town-settings';

/** After breakfast and after work, three evenings at most; and nobody is rung out of bed. */
const REMINDERS: TownTopic<typeof ReminderSettings> = {
  topic: 'reminders',
  schema: ReminderSettings,
  shipped: { hours: ['09:00', '18:00'], times: 4, urgentEveryMinutes: 120, aDay: 3, keptForUrgent: 1 },
};

export const readReminderSettings = (
  context: Pick<Context, 'database'>,
  townId: string,
): Promise<ReminderSettings> => readTownTopic(context, townId, REMINDERS);

export const showReminderSettings = (_input: object, context: Context): Promise<ReminderSettings> =>
  showTownTopic(context, REMINDERS);

/** For everything that is reminded from now on. */
export const changeReminderSettings = (
  settings: ReminderSettings,
  context: Context,
): Promise<ReminderSettings> => setTownTopic(context, REMINDERS.topic, settings);
