import type { ReminderSettings } from '../contracts/messages';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { TOWN_SETTINGS } from '../rulebook/settings.document';

/** In `town_settings` as `<town>:reminders`. */
type SettingsDocument = ReminderSettings & {
  _id: string;
  gridPath: string[];
  setBy: string;
  setByName: string;
  setAt: string;
};

const settingsIdOf = (townId: string): string => `${townId}:reminders`;

/** Until the town says otherwise: after breakfast and after work, three evenings at most; and nobody is rung out of bed. */
const SHIPPED: ReminderSettings = {
  hours: ['09:00', '18:00'],
  times: 4,
  urgentEveryMinutes: 120,
  aDay: 3,
  keptForUrgent: 1,
};

export async function readReminderSettings(
  { database }: Pick<Context, 'database'>,
  townId: string,
): Promise<ReminderSettings> {
  const settings = await unscoped<SettingsDocument>(database, TOWN_SETTINGS).get(settingsIdOf(townId));
  if (!settings) return SHIPPED;
  const { hours, times, urgentEveryMinutes, aDay, keptForUrgent } = settings;
  return { hours, times, urgentEveryMinutes, aDay, keptForUrgent };
}

export const showReminderSettings = async (
  _input: object,
  { caller, database }: Context,
): Promise<ReminderSettings> => readReminderSettings({ database }, caller.posts[0]?.gridPath[0] ?? '');

/** 镇里定: for everything that is reminded from now on. Saying the same twice changes nothing. */
export async function changeReminderSettings(
  settings: ReminderSettings,
  context: Context,
): Promise<ReminderSettings> {
  const { caller, database, now } = context;
  // An officer of one village has no say in what holds for the whole town.
  const office = caller.posts.find(({ role, gridPath }) => role === 'townOfficer' && gridPath.length === 1);
  if (!office) throw new AppError('FORBIDDEN', '这件事由镇里定');
  const townId = office.gridId;
  const fields: Omit<SettingsDocument, '_id'> = {
    ...settings,
    gridPath: [townId],
    setBy: caller.openid,
    setByName: caller.name ?? '',
    setAt: toTimestamp(now),
  };
  await database.collection(TOWN_SETTINGS).doc(settingsIdOf(townId)).set({ data: fields });
  return settings;
}
