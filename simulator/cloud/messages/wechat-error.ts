/** A refusal by WeChat's own servers, in their numbers. */
export class WeChatError extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message);
    this.name = 'WeChatError';
  }
}
