import type { Contract } from './contract';
import { messageActions } from './messages';

/** 通知怎么传出去: messages to phones, robots of work groups, and the village's own WeChat groups. */
export const channelsContract = {
  ...messageActions,
} satisfies Contract;
