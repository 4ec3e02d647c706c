import type * as z from 'zod';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { TOWN_SETTINGS } from './settings.document';

/** Something that a town's office says once for the whole town; in `town_settings` as `<town>:<topic>`. */
export type TownTopic<Schema extends z.ZodType> = {
  topic: string;
  schema: Schema;
  /** Holds until the town says otherwise. */
  shipped: z.output<Schema>;
};

const idOf = (townId: string, topic: string): string => `${townId}:${topic}`;

/** What holds in the town. */
export async function readTownTopic<Schema extends z.ZodType>(
  { database }: Pick<Context, 'database'>,
  townId: string,
  { topic, schema, shipped }: TownTopic<Schema>,
): Promise<z.output<Schema>> {
  const stored = await unscoped<{ _id: string }>(database, TOWN_SETTINGS).get(idOf(townId, topic));
  return stored ? schema.parse(stored) : shipped;
}

/** What holds in the caller's town. */
export const showTownTopic = <Schema extends z.ZodType>(
  { caller, database }: Context,
  topic: TownTopic<Schema>,
): Promise<z.output<Schema>> => readTownTopic({ database }, caller.posts[0]?.gridPath[0] ?? '', topic);

/** 镇里定: from now on. Saying the same twice changes nothing. Throws FORBIDDEN to an officer of one village, who has no say in the whole town. */
export async function setTownTopic<Settings extends object>(
  { caller, database, now }: Context,
  topic: string,
  settings: Settings,
): Promise<Settings> {
  const office = caller.posts.find(({ role, gridPath }) => role === 'townOfficer' && gridPath.length === 1);
  if (!office) throw new AppError('FORBIDDEN', '这件事由镇里定');
  const townId = office.gridId;
  const fields = {
    ...settings,
    gridPath: [townId],
    setBy: caller.openid,
    setByName: caller.name ?? '',
    setAt: toTimestamp(now),
  };
  await database.collection(TOWN_SETTINGS).doc(idOf(townId, topic)).set({ data: fields });
  return settings;
}
