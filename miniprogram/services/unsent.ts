import { CloudError } from './cloud';

/** Something done on this phone; its `requestId` makes it the same act however often it is sent. */
type Act = { form: { requestId: string } };
/** It has not been confirmed by the cloud. `keptAt`: epoch ms at which it was submitted here; `problem`: why the cloud won't take it, empty while it waits. */
export type Kept<A> = A & { keptAt: number; problem: string };

/** `sent` the cloud has it · `kept` it waits on this phone · `refused` the cloud said no, and it is kept no longer */
export type Outcome<Answer> =
  { state: 'sent'; answer: Answer } | { state: 'kept' } | { state: 'refused'; error: CloudError };

const RETRY_MS = 30_000;
/** What passes by itself; everything else is an answer. */
const PASSING: readonly string[] = ['NETWORK', 'INTERNAL', 'TOO_MANY_REQUESTS'];

const never = new Promise<never>(() => undefined);
const afterMs = (ms: number) =>
  new Promise<{ state: 'kept' }>((resolve) => setTimeout(() => resolve({ state: 'kept' }), ms));

/**
 * What is done on this phone where the network is weak: it is kept first and sent then, oldest first, until it has arrived once. `key`: where in the
 * phone's storage; `send`: one trip, with `waitedSince` (epoch ms) when it did not leave at once; `full`: what to say when neither the cloud nor
 * the phone could take it.
 */
export function unsentActs<A extends Act, Answer>({
  key,
  send,
  full,
}: {
  key: string;
  send: (act: A, waitedSince: number | null) => Promise<Answer>;
  full: string;
}) {
  const watchers = new Set<(kept: Kept<A>[]) => void>();
  const underWay = new Map<string, Promise<Outcome<Answer>>>();

  /** Everything submitted on this phone that has not arrived, oldest first. */
  const kept = (): Kept<A>[] => {
    const value: unknown = wx.getStorageSync(key);
    return Array.isArray(value) ? (value as Kept<A>[]) : [];
  };

  const write = (acts: Kept<A>[]): void => {
    if (acts.length > 0) wx.setStorageSync(key, acts);
    else wx.removeStorageSync(key);
    for (const watcher of watchers) watcher(acts);
  };

  const without = (requestId: string) => kept().filter(({ form }) => form.requestId !== requestId);
  const forget = (requestId: string): void => write(without(requestId));

  const keep = (act: Kept<A>): boolean => {
    try {
      write([...without(act.form.requestId), act]);
      return true;
    } catch {
      // The phone's storage is full.
      return false;
    }
  };

  const travel = async (act: Kept<A>, waitedSince: number | null): Promise<Outcome<Answer>> => {
    try {
      const answer = await send(act, waitedSince);
      forget(act.form.requestId);
      return { state: 'sent', answer };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return PASSING.includes(error.code) ? { state: 'kept' } : { state: 'refused', error };
    }
  };

  /** One trip at a time for one act; who asks meanwhile gets the same answer. */
  const sendOnce = (act: Kept<A>, waitedSince: number | null): Promise<Outcome<Answer>> => {
    const { requestId } = act.form;
    const trip =
      underWay.get(requestId) ?? travel(act, waitedSince).finally(() => underWay.delete(requestId));
    underWay.set(requestId, trip);
    return trip;
  };

  const markRefused = (requestId: string, problem: string): void =>
    write(kept().map((one) => (one.form.requestId === requestId ? { ...one, problem } : one)));

  /**
   * Keeps it on the phone, then sends it: whatever happens in between, it is not lost. Who can't stand and wait for a slow network names their
   * `patience` in ms: after it the act counts as kept, and a refusal that comes later stands among what is kept.
   */
  const submit = async (act: A, patience?: number): Promise<Outcome<Answer>> => {
    const one: Kept<A> = { ...act, keptAt: Date.now(), problem: '' };
    const { requestId } = act.form;
    const isKept = keep(one);
    let isWaiting = true;
    const trip = sendOnce(one, null).then((outcome) => {
      if (outcome.state === 'refused')
        if (isWaiting) forget(requestId);
        else markRefused(requestId, outcome.error.message);
      return outcome;
    });
    const isSlow = patience !== undefined && isKept ? afterMs(patience) : never;
    const outcome = await Promise.race([trip, isSlow]);
    isWaiting = false;
    if (outcome.state === 'kept' && !isKept)
      return { state: 'refused', error: new CloudError('NETWORK', full) };
    return outcome;
  };

  /** Sends what waits, oldest first, until the network fails. */
  const sendKept = async (): Promise<void> => {
    for (const one of kept().filter(({ problem }) => problem === '')) {
      const { requestId } = one.form;
      // It may have gone by another way while the one before it travelled.
      if (!kept().some(({ form }) => form.requestId === requestId)) continue;
      const outcome = await sendOnce(one, one.keptAt);
      if (outcome.state === 'kept') return;
      if (outcome.state === 'refused') markRefused(requestId, outcome.error.message);
    }
  };

  return {
    kept,
    submit,
    sendKept,
    forget,

    /** Tells whenever something was kept, arrived or was refused; answers how to stop. */
    watch: (watcher: (kept: Kept<A>[]) => void): (() => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    /** Sends by itself from now on: when the network is back, and now and then while something waits. */
    keepSending: (): void => {
      wx.onNetworkStatusChange(({ isConnected }) => {
        if (isConnected) void sendKept();
      });
      setInterval(() => {
        if (kept().length > 0) void sendKept();
      }, RETRY_MS);
    },
  };
}
