import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { timeBudget } from '../kernel/time-budget';
import { applyImpact } from './apply-impact';
import { findList, publishList, readListed } from './areas.repository';
import { impactOn } from './impact';
import { readTownRules, rulesFor } from './rules-for';
import type { SweepDocument, Target } from './sweep.document';
import { moveSweep, readSweep } from './sweep.repository';
import { areaTarget } from './target';
import { readWalkPage } from './walk.repository';

/** Declarations looked at in one step; a call that is killed does at most these again. */
const AT_A_TIME = 50;
/** Somebody else changed the declaration meanwhile: look at it again, which soon settles. */
const ATTEMPTS = 5;

type Sweeper = Pick<Context, 'database' | 'now'>;

/**
 * 回查: goes on with a sweep until its time is used up; answers how many declarations it looked at. Each change is written with the
 * sweep's counters in one transaction and found done when met again, so a killed call loses and doubles nothing; two calls at once meet
 * at the cursor.
 */
export async function runSweep(
  context: Sweeper,
  sweepId: string,
  isTimeLeft: () => boolean = timeBudget(),
): Promise<number> {
  let sweep = await readSweep(context, sweepId);
  if (sweep?.status !== 'running') return 0;
  const [townId = ''] = sweep.gridPath;
  const target = await readyTarget(context, sweep);
  const town = await readTownRules(context, townId);
  let looked = 0;
  while (sweep?.status === 'running' && isTimeLeft()) {
    const { declarations, next } = await readWalkPage(context, townId, target, {
      cursor: sweep.cursor,
      limit: AT_A_TIME,
    });
    const rules = await rulesFor(context, townId, town, declarations);
    for (const declaration of declarations) {
      let seen: typeof declaration | null = declaration;
      for (let attempt = 1; seen !== null && attempt <= ATTEMPTS; attempt += 1) {
        const impact = impactOn(seen, rules, toTimestamp(context.now));
        seen = impact === null ? null : await applyImpact(context, sweep, seen, impact);
      }
    }
    looked += declarations.length;
    await moveSweep(context, sweep, {
      cursor: next ?? sweep.cursor,
      looked: declarations.length,
      status: next === null ? 'done' : 'running',
      finishedAt: next === null ? toTimestamp(context.now) : null,
    });
    sweep = await readSweep(context, sweepId);
  }
  return looked;
}

/** What to walk over; an approved list comes into force first, so that what is found stands on it. */
async function readyTarget(context: Sweeper, { kind, subject }: SweepDocument): Promise<Target> {
  if (kind === 'rulebook') return { kind: 'rulebook' };
  const list = await findList(context, subject);
  if (!list) return { kind: 'areas', spans: [] };
  if (list.status === 'publishing') await publishList(context, list);
  return areaTarget(await readListed(context, list));
}
