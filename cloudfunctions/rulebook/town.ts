import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';

/** The town that the caller serves in, by whichever of the posts that let them in. */
export function townOf({ caller, scope }: Pick<Context, 'caller' | 'scope'>): string {
  const post = caller.posts.find(({ gridPath }) => mayTouchGrid(scope, gridPath));
  const townId = post?.gridPath[0];
  if (townId === undefined) throw new AppError('FORBIDDEN', '您现在没有岗位');
  return townId;
}

/** Rules are one town's, and only an office of the whole town makes them: a village's officer reads. */
export const isTownOffice = ({ caller }: Pick<Context, 'caller'>, townId: string): boolean =>
  caller.posts.some(({ role, gridId }) => role === 'townOfficer' && gridId === townId);

/** The town whose rules the caller makes; throws FORBIDDEN for an office of a part of it. */
export function ownTown(context: Context): string {
  const held = context.caller.posts.find(
    ({ role, gridId, gridPath }) => role === 'townOfficer' && gridPath[0] === gridId,
  );
  if (!held) throw new AppError('FORBIDDEN', '规则和风险区域由镇一级的防控办来定');
  context.about({ gridPath: [held.gridId] });
  return held.gridId;
}
