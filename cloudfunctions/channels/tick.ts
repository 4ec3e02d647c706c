import type { Context } from '../kernel/context';
import { carryOutRun } from '../messages/carry-out-run';
import { readDueRuns } from '../messages/run.repository';
import { timerBudget } from '../kernel/time-budget';
import { readDuePosts } from './post.repository';
import { sendPost } from './send-post';

type Done = { posted: number; messages: number; more: boolean };

const POSTS_AT_ONCE = 20;
const RUNS_AT_ONCE = 5;

/** Lets out what waits: lines for work groups first, for they are few and many read them, then messages to phones. */
export async function tick(_input: object, context: Context): Promise<Done> {
  const isTimeLeft = timerBudget();
  const posted = await sendPosts(context, isTimeLeft);
  const done: Done = { posted, messages: 0, more: false };
  while (isTimeLeft()) {
    const runs = await readDueRuns(context, RUNS_AT_ONCE);
    if (runs.length === 0) return done;
    for (const run of runs) done.messages += await carryOutRun(run, context, isTimeLeft);
  }
  return { ...done, more: true };
}

/** Groups at the same time, for each answers in its own; a line that failed sleeps until its next try. */
async function sendPosts(context: Context, isTimeLeft: () => boolean): Promise<number> {
  let posted = 0;
  while (isTimeLeft()) {
    const due = await readDuePosts(context, POSTS_AT_ONCE);
    if (due.length === 0) break;
    const sent = await Promise.all(due.map((post) => sendPost(post, context)));
    posted += sent.filter(Boolean).length;
  }
  return posted;
}
