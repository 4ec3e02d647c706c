import * as z from 'zod';
import type { Contract } from './contract';
import { NoticeId, NoticeView } from './notice';

/** Who puts a notice up on a wall or reads it over the loudspeaker. */
const POSTERS = { by: 'staff', roles: ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'] } as const;
/** Nobody is to be woken by a loudspeaker: it is heard by day only, whatever a town says. */
const DAYTIME = z
  .string('请选时间')
  .regex(/^(0[89]|1\d):[0-5]\d$|^20:00$/, '大喇叭只能在 8:00 到 20:00 之间播');

/** When the loudspeakers of a town's villages may be heard, and how they are used. */
export const LoudspeakerRules = z
  .object({
    /** Nothing is heard before or after. */
    from: DAYTIME,
    until: DAYTIME,
    /** When people are at home, for what is not urgent. */
    times: z.array(DAYTIME).min(1, '请至少选一个时间').max(6, '一天最多 6 个时间'),
    /** Minutes between two broadcasts of what is urgent. */
    urgentEvery: z
      .number('请填写分钟')
      .int('分钟是整数')
      .min(15, '至少隔 15 分钟')
      .max(720, '最多隔 720 分钟'),
    /** For so many days at most, when nothing says until when a notice holds. */
    days: z.number('请填写天数').int('天数是整数').min(1, '至少 1 天').max(14, '最多 14 天'),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: '停播要比开播晚' })
  .refine(({ from, until, times }) => times.every((time) => from <= time && time < until), {
    path: ['times'],
    message: '播的时间要在开播和停播之间',
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
  /** 镇里定: for the whole town. */
  changeLoudspeaker: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'none',
    input: LoudspeakerRules,
    output: LoudspeakerRules,
  },
} satisfies Contract;
