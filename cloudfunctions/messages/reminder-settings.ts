import { ReminderSettings } from '../contracts/messages';
import { townTopic } from '../rulebook/town-settings';

/** Until the town says otherwise after breakfast and after work, three evenings at most; and nobody is rung out of bed. */
export const reminderSettings = townTopic('reminders', ReminderSettings, {
  hours: ['09:00', '18:00'],
  times: 4,
  urgentEveryMinutes: 120,
  aDay: 3,
  keptForUrgent: 1,
});
