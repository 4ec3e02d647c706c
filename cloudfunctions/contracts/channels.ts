import * as z from 'zod';
import type { Contract } from './contract';
import { messageActions } from './messages';
import { robotActions } from './robots';
import { paperActions } from './notice-paper';
import { groupActions } from './wechat-groups';

/** 通知怎么传出去: messages to phones, robots of work groups, and the village's own WeChat groups. */
export const channelsContract = {
  ...messageActions,
  ...robotActions,
  /** Lets out what waits: lines for work groups, messages to phones. */
  tick: {
    access: { by: 'timer' },
    audit: 'none',
    input: z.object({}),
    output: z.object({ posted: z.number().int(), messages: z.number().int(), more: z.boolean() }),
  },
  ...groupActions,
  ...paperActions,
} satisfies Contract;
