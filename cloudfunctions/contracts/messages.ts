import * as z from 'zod';
import type { Contract } from './contract';

/** What a subscription message is about. Its id and fields stand in message-templates.json, as WeChat's console gave them out. */
export const MessageUse = z.enum(
  ['readingDue', 'alertRaised', 'roundCancelled', 'noticeOut', 'noticeReminder', 'rumourAnswered'],
  '没有这种消息',
);
export type MessageUse = z.infer<typeof MessageUse>;

/** A template that the town has set up, for `wx.requestSubscribeMessage`, and how many of it this phone still has in store. */
export const MessageOffer = z.object({ use: MessageUse, templateId: z.string(), left: z.number().int() });
export type MessageOffer = z.infer<typeof MessageOffer>;

/** WeChat's dialog asks for so many at once. */
const AT_ONCE = 3;
const Offers = z.object({ offers: z.array(MessageOffer) });
const LIMIT = { times: 60, perSeconds: 3600, counted: 'instance' } as const;

/** 什么时候提醒没看的住户: the whole town's. */
export const ReminderSettings = z.object({
  /** Of the day, `09:00`. */
  hours: z
    .array(z.string().regex(/^(0[7-9]|1\d|20):[0-5]\d$/, '提醒的时间要在 7:00 到 20:59 之间'))
    .min(1, '请至少选一个时间')
    .max(4, '一天最多 4 个时间'),
  /** So often at most for one notice, then it is the grid member's. */
  times: z.number('请填写次数').int('次数是整数').min(0, '次数不能少于 0').max(14, '最多 14 次'),
  urgentEveryMinutes: z
    .number('请填写分钟')
    .int('分钟是整数')
    .min(30, '至少 30 分钟')
    .max(1_440, '最多 1440 分钟'),
  /** To one household, of all notices together. */
  aDay: z.number('请填写条数').int('条数是整数').min(1, '至少 1 条').max(10, '最多 10 条'),
  /** So many in a phone's store wait for urgent notices. */
  keptForUrgent: z.number('请填写条数').int('条数是整数').min(0, '条数不能少于 0').max(3, '最多 3 条'),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** 消息提醒: the product's own ledger of what each phone allowed. Of the caller's own phone only. */
export const messageActions = {
  /** What this phone may be asked for; uses that the town has not set up are left out. */
  messages: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: LIMIT,
    input: z.object({ uses: z.array(MessageUse).min(1, '没有这种消息').max(AT_ONCE, '一次最多问 3 种') }),
    output: Offers,
  },
  /** What WeChat's dialog was just allowed, one entry for each. */
  keepMessages: {
    access: { by: 'anyone' },
    audit: 'none',
    limit: LIMIT,
    input: z.object({ accepted: z.array(MessageUse).min(1, '没有这种消息').max(AT_ONCE, '一次最多 3 条') }),
    output: Offers,
  },
  reminderSettings: {
    access: { by: 'staff', roles: ['gridLeader', 'townOfficer'] },
    audit: 'none',
    input: z.object({}),
    output: ReminderSettings,
  },
  changeReminderSettings: {
    access: { by: 'staff', roles: ['townOfficer'] },
    audit: 'none',
    input: ReminderSettings,
    output: ReminderSettings,
  },
} satisfies Contract;
