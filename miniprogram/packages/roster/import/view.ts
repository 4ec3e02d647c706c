import type { RosterJob } from '../../../../cloudfunctions/contracts/index';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import type { readRoster } from '../../../services/roster';

export type Step = RosterJob['status'];
export type JobView = {
  jobId: string;
  fileName: string;
  step: Step;
  /** 昨天 17:08，李国强 */
  when: string;
  rows: number;
  done: number;
  /** What would become of the rows, or became of them; zeros left out. */
  lines: { text: string; count: number; tone: 'green' | 'grey' | 'amber' | 'red' }[];
  toWrite: number;
  problems: number;
};
export type RosterView = {
  gridId: string;
  place: string;
  known: number;
  registered: number;
  rostered: number;
  job: JobView | null;
};

export const emptyRoster: RosterView = {
  gridId: '',
  place: '',
  known: 0,
  registered: 0,
  rostered: 0,
  job: null,
};

const OUTCOMES = [
  ['new', '新上名册', 'green'],
  ['changed', '有变化', 'green'],
  ['same', '已经在册，没有变化', 'grey'],
  ['duplicate', '别的户里已经有', 'amber'],
  ['unlisted', '户里自己登记时没写', 'amber'],
  ['wrong', '填得不对', 'red'],
] as const;

/** `now`: epoch ms. */
export function jobView(job: RosterJob, now: number): JobView {
  const { counts } = job;
  return {
    jobId: job.jobId,
    fileName: job.fileName,
    step: job.status,
    when: `${momentText(job.startedAt, now)}${job.startedBy === '' ? '' : `，${job.startedBy}`}`,
    rows: job.rows,
    done: job.done,
    lines: OUTCOMES.filter(([outcome]) => counts[outcome] > 0).map(([outcome, text, tone]) => ({
      text,
      tone,
      count: counts[outcome],
    })),
    toWrite: counts.new + counts.changed,
    problems: counts.duplicate + counts.unlisted + counts.wrong,
  };
}

export const rosterView = (
  { village, known, registered, rostered, job }: Awaited<ReturnType<typeof readRoster>>,
  now: number,
): RosterView => ({
  gridId: village.id,
  place: shortPlace(village.pathNames.join(' ')),
  known,
  registered,
  rostered,
  job: job && jobView(job, now),
});
