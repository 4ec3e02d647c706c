import { createHash } from 'node:crypto';

/** The same form from the same phone is the same notice, however often it is sent. */
export const noticeIdOf = (openid: string, requestId: string): string =>
  `n${createHash('sha256').update(`notice:${openid}:${requestId}`).digest('hex').slice(0, 24)}`;
