import { CloudError } from './cloud';
import {
  reportReading,
  reportReadingFor,
  selfReport,
  spotCheck,
  type ReportForForm,
  type ReportForm,
  type SelfReportForm,
  type SpotCheckForm,
} from './observation';

/** One call that reports a reading; its `requestId` makes it the same reading however often it is sent. */
export type Report =
  | { action: 'report'; form: ReportForm }
  | { action: 'reportFor'; form: ReportForForm }
  | { action: 'selfReport'; form: SelfReportForm }
  | { action: 'spotCheck'; form: SpotCheckForm };

/** A reading on this phone whose arrival the cloud has not confirmed. */
export type KeptReading = Report & {
  name: string;
  /** 3月12日 晚上 */
  what: string;
  /** Epoch ms at which it was submitted here. */
  keptAt: number;
  /** Why the cloud won't take it; empty while it waits for the network. */
  problem: string;
};

type Answer = Awaited<ReturnType<typeof reportReading>> | Awaited<ReturnType<typeof selfReport>>;
export type Outcome =
  { state: 'sent'; answer: Answer } | { state: 'kept' } | { state: 'refused'; error: CloudError };

const KEY = 'unsent-readings';
const RETRY_MS = 30_000;
/** What passes by itself; everything else is an answer. */
const PASSING: readonly string[] = ['NETWORK', 'INTERNAL', 'TOO_MANY_REQUESTS'];

const watchers = new Set<(kept: KeptReading[]) => void>();
const underWay = new Map<string, Promise<Outcome>>();

/** Everything submitted on this phone that has not arrived, oldest first. */
export function keptReadings(): KeptReading[] {
  const value: unknown = wx.getStorageSync(KEY);
  return Array.isArray(value) ? (value as KeptReading[]) : [];
}

/** Tells whenever a reading was kept, arrived or was refused; answers how to stop. */
export function watchKeptReadings(watcher: (kept: KeptReading[]) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Keeps a reading on the phone, then sends it: whatever happens in between, it is not lost. */
export async function submitReading(report: Report & { name: string; what: string }): Promise<Outcome> {
  const reading: KeptReading = { ...report, keptAt: Date.now(), problem: '' };
  const isKept = keep(reading);
  const outcome = await send(reading);
  if (outcome.state === 'refused') forgetReading(report.form.requestId);
  if (outcome.state === 'kept' && !isKept) {
    const error = new CloudError('NETWORK', '没有报上去，手机也存不下了。请记下体温，有网时再报');
    return { state: 'refused', error };
  }
  return outcome;
}

/** Sends what waits, oldest first, until the network fails. */
export async function sendKeptReadings(): Promise<void> {
  for (const reading of keptReadings().filter(({ problem }) => problem === '')) {
    // It may have gone by another way while the one before it travelled.
    if (!keptReadings().some(({ form }) => form.requestId === reading.form.requestId)) continue;
    const outcome = await send(reading, { measuredAt: new Date(reading.keptAt).toISOString() });
    if (outcome.state === 'kept') return;
    if (outcome.state === 'refused') markRefused(reading, outcome.error.message);
  }
}

/** Sends by itself from now on: when the network is back, and now and then while something waits. */
export function keepSendingReadings(): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void sendKeptReadings();
  });
  setInterval(() => {
    if (keptReadings().length > 0) void sendKeptReadings();
  }, RETRY_MS);
}

export function forgetReading(requestId: string): void {
  write(keptReadings().filter(({ form }) => form.requestId !== requestId));
}

/** What waited says when it was measured; what leaves at once is measured now, whatever this phone's clock says. */
type Measured = { measuredAt?: string };

/** One trip at a time for one reading; who asks meanwhile gets the same answer. */
function send(reading: KeptReading, measured: Measured = {}): Promise<Outcome> {
  const { requestId } = reading.form;
  const trip = underWay.get(requestId) ?? travel(reading, measured).finally(() => underWay.delete(requestId));
  underWay.set(requestId, trip);
  return trip;
}

async function travel(reading: KeptReading, measured: Measured): Promise<Outcome> {
  try {
    const answer = await call(reading, measured);
    forgetReading(reading.form.requestId);
    return { state: 'sent', answer };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return PASSING.includes(error.code) ? { state: 'kept' } : { state: 'refused', error };
  }
}

function call(report: Report, measured: Measured): Promise<Answer> {
  switch (report.action) {
    case 'report':
      return reportReading({ ...report.form, ...measured });
    case 'reportFor':
      return reportReadingFor({ ...report.form, ...measured });
    case 'selfReport':
      return selfReport({ ...report.form, ...measured });
    case 'spotCheck':
      return spotCheck(report.form);
  }
}

function keep(reading: KeptReading): boolean {
  try {
    const others = keptReadings().filter(({ form }) => form.requestId !== reading.form.requestId);
    write([...others, reading]);
    return true;
  } catch {
    // The phone's storage is full.
    return false;
  }
}

function markRefused({ form }: KeptReading, problem: string): void {
  write(keptReadings().map((kept) => (kept.form.requestId === form.requestId ? { ...kept, problem } : kept)));
}

function write(kept: KeptReading[]): void {
  if (kept.length > 0) wx.setStorageSync(KEY, kept);
  else wx.removeStorageSync(KEY);
  for (const watcher of watchers) watcher(kept);
}
