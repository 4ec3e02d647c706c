import { ROLES } from '../../miniprogram/shared/labels';
import { chinaTime, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { writeClimb, readDueToClimb } from './climb.repository';
import { levelAbove } from './rules';

const BATCH = 50;

/**
 * Lifts every unanswered alert whose time has come by one level; one that is overdue by two, because no timer ran, by two. Each is lifted
 * by one conditional update on the moment it was due: two runs at once, or one that is killed and begins again, lift it once. What a run
 * leaves is still due at the next. Answers how many levels were climbed.
 */
export async function climbLevels(context: Context, isTimeLeft: () => boolean): Promise<number> {
  let climbed = 0;
  while (isTimeLeft()) {
    const due = await readDueToClimb(context, BATCH);
    let lifted = 0;
    for (const alert of due) {
      const level = levelAbove(alert.level);
      if (level === null || alert.climbsAt === null) continue;
      const climbsAt =
        levelAbove(level) === null
          ? null
          : toTimestamp(chinaTime(alert.climbsAt).add(alert.climbAfterMinutes, 'minute'));
      const what = `${alert.climbAfterMinutes} 分钟没人接，升到${ROLES[level]}`;
      if (await writeClimb(context, alert, { level, climbsAt, what })) lifted += 1;
    }
    climbed += lifted;
    if (due.length < BATCH && lifted === 0) break;
  }
  return climbed;
}
