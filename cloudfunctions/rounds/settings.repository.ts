import type { SupplySettings } from '../contracts/rounds';
import type * as z from 'zod';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { SUPPLY_SETTINGS, type SupplySettingsDocument } from './schedule.document';

type Settings = z.output<typeof SupplySettings>;

/** What the plans of 2022 said: a round at least every two days; three days without is too long. Until the town says otherwise. */
const SHIPPED: Settings = { daysBetweenRounds: 2, daysWithoutSupplies: 3 };

export async function readSupplySettings(
  { database }: Pick<Context, 'database'>,
  townId: string,
): Promise<Settings> {
  const settings = await unscoped<SupplySettingsDocument>(database, SUPPLY_SETTINGS).get(townId);
  if (!settings) return SHIPPED;
  const { daysBetweenRounds, daysWithoutSupplies } = settings;
  return { daysBetweenRounds, daysWithoutSupplies };
}

/** 镇里定: from now on, for every schedule of the town. Saying the same twice changes nothing. */
export async function changeSettings(settings: Settings, context: Context): Promise<Settings> {
  const { caller, database, now } = context;
  // An officer of one village has no say in what holds for the whole town.
  const office = caller.posts.find(({ role, gridPath }) => role === 'townOfficer' && gridPath.length === 1);
  if (!office) throw new AppError('FORBIDDEN', '这件事由镇里定');
  const townId = office.gridId;
  const fields: Omit<SupplySettingsDocument, '_id'> = {
    gridPath: [townId],
    ...settings,
    setBy: caller.openid,
    setByName: caller.name ?? '',
    setAt: toTimestamp(now),
  };
  await database.collection(SUPPLY_SETTINGS).doc(townId).set({ data: fields });
  return settings;
}
