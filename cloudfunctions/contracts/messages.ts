import * as z from 'zod';
import type { Contract } from './contract';

/** What a subscription message is about. Its id and fields stand in message-templates.json, as WeChat's console gave them out. */
export const MessageUse = z.enum(
  ['readingDue', 'roundCancelled', 'noticeOut', 'noticeReminder', 'rumourAnswered'],
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
} satisfies Contract;
