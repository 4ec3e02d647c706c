export const MESSAGE_RUNS = 'message_runs';

/** Messages of one kind to those whom a notice is for and who don't know it yet, sheet by sheet. */
export type RunDocument = {
  /** `<notice>:out`, `<notice>:<moment>` of a reminder at its hour, or of one asked for by hand: so that asking twice is one. */
  _id: string;
  noticeId: string;
  kind: 'out' | 'reminder';
  /** Only sheets that lie in one of them. */
  gridIds: string[];
  /** It goes on behind this sheet. */
  cursor: string;
  /** When the timer has to look at it; empty once it is done. */
  wakesAt: string;
  startedAt: string;
  /** Who asked for it; null for the clock. */
  by: { openid: string; name: string } | null;
  /** Households and people on duty that got one. */
  sent: number;
};
