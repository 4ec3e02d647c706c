export const MESSAGE_CREDITS = 'message_credits';

/** How many messages of a template somebody allowed, as far as we know; WeChat keeps the truth. */
export type MessageCreditDocument = {
  /** `<openid>:<template>` */
  _id: string;
  left: number;
};
