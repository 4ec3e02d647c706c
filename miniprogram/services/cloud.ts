import type { Contracts, ErrorCode, InputOf, OutputOf, Reply } from '../../cloudfunctions/contracts/index';

export type CloudErrorCode = ErrorCode | 'NETWORK';

/** What a call that failed says to the user. `fields`: input path → words to show beside that field. */
export class CloudError extends Error {
  constructor(
    readonly code: CloudErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/**
 * Whether the phone may send a call a second time by itself when no answer came.
 * - `safe`: it only reads, or carries a `requestId` or a natural key, so that twice is once
 * - `never`: every arrival counts (it spends a code, or leaves an audit entry); the person presses again
 */
export type Repeat = 'safe' | 'never';

const TIME_OUT_MS = 20_000;
const PAUSE_BEFORE_REPEAT_MS = 800;
/** CloudBase's own errors (function crashed, timed out, over a limit): the network was fine. */
const CLOUD_ERRORS_BELOW = -400_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The only door to the backend: typed by the contracts, which are erased at compile time. Throws CloudError. */
export async function call<F extends keyof Contracts, A extends keyof Contracts[F] & string>(
  name: F,
  action: A,
  input: InputOf<Contracts[F][A]>,
  repeat: Repeat,
): Promise<OutputOf<Contracts[F][A]>> {
  const send = () => sendOnce(name, { action, input }) as Promise<Reply<OutputOf<Contracts[F][A]>>>;
  let reply: Reply<OutputOf<Contracts[F][A]>>;
  try {
    reply = await send();
  } catch (error) {
    if (repeat === 'never' || !(error instanceof CloudError) || error.code !== 'NETWORK') throw error;
    await pause(PAUSE_BEFORE_REPEAT_MS);
    reply = await send();
  }
  if (!reply.ok) throw new CloudError(reply.error.code, reply.error.message, reply.error.fields);
  return reply.data;
}

/** One trip: an answer of the function as it came, or a CloudError. */
async function sendOnce(name: string, data: { action: string; input: unknown }): Promise<unknown> {
  try {
    const { result } = await inTime(wx.cloud.callFunction({ name, data }));
    if (typeof result === 'object' && 'ok' in result) return result;
  } catch (error) {
    if (!reachedTheCloud(error)) throw new CloudError('NETWORK', '网络不好，没有办成。请再试一次');
  }
  throw new CloudError('INTERNAL', '没有办成，请过一会儿再试一次');
}

/** WeChat waits up to a minute for an answer; somebody standing at a door does not. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), TIME_OUT_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function reachedTheCloud(error: unknown): boolean {
  const code = (error as { errCode?: unknown } | null)?.errCode;
  return typeof code === 'number' && code <= CLOUD_ERRORS_BELOW;
}
