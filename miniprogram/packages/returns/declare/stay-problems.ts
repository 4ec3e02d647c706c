import { dayText } from '../../../shared/dates';
import { missingDays } from '../../../shared/stays';
import type { StayDraft } from './declaration-draft';

/** What is wrong with one end of one stay, in two lines: what, and what to do. */
export type StayProblem = { index: number; end: 'from' | 'to'; what: string; todo: string };

const daysText = ([first = '', ...others]: readonly string[]): string => {
  const last = others[others.length - 1];
  return last === undefined ? dayText(first) : `${dayText(first)} 到 ${dayText(last)}`;
};

/** Runs of days that follow each other. */
function runs(days: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const day of days) {
    const run = found[found.length - 1];
    const before = run?.[run.length - 1];
    if (run && before !== undefined && Date.parse(day) - Date.parse(before) === 86_400_000) run.push(day);
    else found.push([day]);
  }
  return found;
}

/** Gaps and overlaps, each beside the date that would mend it. The first that stands at a stay's end is what is shown there. */
export function stayProblems(
  stays: readonly StayDraft[],
  arrivalDate: string,
  lookBackDays: number,
): StayProblem[] {
  const inOrder = stays
    .map((stay, index) => ({ ...stay, index }))
    .sort((one, other) => one.from.localeCompare(other.from));
  const problems: StayProblem[] = [];
  let until = '';
  for (const { from, to, index } of inOrder) {
    if (to < from) problems.push({ index, end: 'to', what: '离开在到达前面了', todo: '请改这个日期' });
    else if (to > arrivalDate)
      problems.push({ index, end: 'to', what: `${dayText(arrivalDate)} 已经到家了`, todo: '请改这个日期' });
    if (from < until)
      problems.push({
        index,
        end: 'from',
        what: `${daysText([from, ...(to < until ? [to] : [until])])} 写了两处`,
        todo: '只有搬的那天可以写两处，请改日期',
      });
    if (to > until) until = to;
  }
  for (const run of runs(missingDays(stays, arrivalDate, lookBackDays))) {
    const [first = ''] = run;
    const next = inOrder.find(({ from }) => from > first);
    const at = next ?? inOrder[inOrder.length - 1];
    if (at === undefined) continue;
    problems.push({
      index: at.index,
      end: next ? 'from' : 'to',
      what: `${daysText(run)} 住哪里还没写`,
      todo: '请改这个日期，或者再加一处',
    });
  }
  return problems;
}

/** The first days that nobody has told of: what a further stay begins with. The whole window when there is no stay. */
export function nextGap(
  stays: readonly StayDraft[],
  arrivalDate: string,
  lookBackDays: number,
): { from: string; to: string } {
  const [run] = runs(missingDays(stays, arrivalDate, lookBackDays));
  return { from: run?.[0] ?? arrivalDate, to: run?.[run.length - 1] ?? arrivalDate };
}

/** Stays after the day of arrival changed: whoever stayed until then stays until the new day, and what lies before the window goes. */
export function staysUntil(
  stays: readonly StayDraft[],
  before: string,
  arrivalDate: string,
  firstDay: string,
): StayDraft[] {
  return stays
    .filter(({ from, to }) => to >= firstDay && from <= arrivalDate)
    .map((stay) => ({
      ...stay,
      from: stay.from < firstDay ? firstDay : stay.from,
      to: stay.to === before || stay.to > arrivalDate ? arrivalDate : stay.to,
    }));
}
