import * as z from 'zod';
import type { Contract } from './contract';
import { NoticeId, NoticeView } from './notice';

/** Who puts a notice up on a wall or reads it over the loudspeaker. */
const POSTERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'] } as const;
/** 08:00 */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When the village's loudspeaker may be heard, and how it is used; a plan may change each of them. */
export const LoudspeakerRules = z.object({
  /** Nothing is heard before or after. */
  from: TimeOfDay,
  until: TimeOfDay,
  /** When people are at home, for what is not urgent. */
  times: z.array(TimeOfDay).min(1),
  /** Minutes between two broadcasts of what is urgent. */
  urgentEvery: z.number().int().min(15),
  /** For so many days at most, when nothing says until when a notice holds. */
  days: z.number().int().min(1),
});
export type LoudspeakerRules = z.infer<typeof LoudspeakerRules>;

/** 海报和大喇叭 */
export const paperActions = {
  /** What a poster and the loudspeaker need of a notice that went out to grids of mine. */
  paper: {
    access: POSTERS,
    audit: 'none',
    /** Drawing a code takes its time: not for what is only read out. */
    input: z.object({ noticeId: NoticeId, withCode: z.boolean().default(true) }),
    output: z.object({
      notice: NoticeView,
      /** Opens the notice for anybody; null for what only some households are told or holds no more, and while the mini-program has no codes. */
      code: z.object({ format: z.enum(['png', 'jpg']), base64: z.string() }).nullable(),
      loudspeaker: LoudspeakerRules,
    }),
  },
  /** The rules of the loudspeaker, for a notice that is still being written. */
  loudspeaker: {
    access: POSTERS,
    audit: 'none',
    input: z.object({}),
    output: LoudspeakerRules,
  },
} satisfies Contract;
