import type * as z from 'zod';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { TOWN_SETTINGS } from './settings.document';

type Reader = Pick<Context, 'database'>;

/** Something that a town's office says once for the whole town. */
export type TownTopic<Settings> = {
  /** What holds in a town. */
  read: (context: Reader, townId: string) => Promise<Settings>;
  /** What holds in the caller's town. */
  show: (input: object, context: Context) => Promise<Settings>;
  /** 镇里定: from now on. Saying the same twice changes nothing. Throws FORBIDDEN to an officer of one village, who has no say in the whole town. */
  change: (settings: Settings, context: Context) => Promise<Settings>;
};

/** In `town_settings` as `<town>:<topic>`. `shipped`: what holds until the town says otherwise. */
export function townTopic<Schema extends z.ZodType<object>>(
  topic: string,
  schema: Schema,
  shipped: z.output<Schema>,
): TownTopic<z.output<Schema>> {
  const idOf = (townId: string): string => `${townId}:${topic}`;
  const read = async ({ database }: Reader, townId: string): Promise<z.output<Schema>> => {
    const stored = await unscoped<{ _id: string }>(database, TOWN_SETTINGS).get(idOf(townId));
    return stored ? schema.parse(stored) : shipped;
  };
  return {
    read,
    show: async (_input, context) => read(context, context.caller.posts[0]?.gridPath[0] ?? ''),
    change: async (settings, { caller, database, now }) => {
      const office = caller.posts.find(
        ({ role, gridPath }) => role === 'townOfficer' && gridPath.length === 1,
      );
      if (!office) throw new AppError('FORBIDDEN', '这件事由镇里定');
      const townId = office.gridId;
      const fields = {
        ...settings,
        gridPath: [townId],
        setBy: caller.openid,
        setByName: caller.name ?? '',
        setAt: toTimestamp(now),
      };
      await database.collection(TOWN_SETTINGS).doc(idOf(townId)).set({ data: fields });
      return settings;
    },
  };
}
