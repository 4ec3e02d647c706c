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
import { type Kept, unsentActs } from './unsent';

/** One call that reports a reading; its `requestId` makes it the same reading however often it is sent. */
export type Report =
  | { action: 'report'; form: ReportForm }
  | { action: 'reportFor'; form: ReportForForm }
  | { action: 'selfReport'; form: SelfReportForm }
  | { action: 'spotCheck'; form: SpotCheckForm };

/** `what`: 3月12日 晚上 */
type Reading = Report & { name: string; what: string };
/** A reading on this phone whose arrival the cloud has not confirmed. */
export type KeptReading = Kept<Reading>;

type Answer = Awaited<ReturnType<typeof reportReading>> | Awaited<ReturnType<typeof selfReport>>;

const readings = unsentActs<Reading, Answer>({
  key: 'unsent-readings',
  // What waited says when it was measured; what leaves at once is measured now, whatever this phone's clock says.
  send: (report, waitedSince) =>
    call(report, waitedSince === null ? {} : { measuredAt: new Date(waitedSince).toISOString() }),
  full: '没有报上去，手机也存不下了。请记下体温，有网时再报',
});

export const keptReadings = readings.kept;
export const watchKeptReadings = readings.watch;
export const submitReading = readings.submit;
export const sendKeptReadings = readings.sendKept;
export const keepSendingReadings = readings.keepSending;
export const forgetReading = readings.forget;

function call(report: Report, measured: { measuredAt?: string }): Promise<Answer> {
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
