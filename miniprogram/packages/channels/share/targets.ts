import type { ShareTarget } from '../../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';

export type TargetRow = {
  groupId: string;
  name: string;
  note: string;
  shared: boolean;
  /** What is known of it there: 张丽 昨天 17:08 发的，23 人打开过. */
  known: string;
};

/** Groups that have not been given it come first. */
export const targetRows = (groups: readonly ShareTarget[], now: Moment): TargetRow[] =>
  groups.map((group) => targetRow(group, now)).sort((a, b) => Number(a.shared) - Number(b.shared));

export const targetRow = (target: ShareTarget, now: Moment): TargetRow => ({
  groupId: target.groupId,
  name: target.name,
  note: `${shortPlace(target.place)}的群${target.wider ? '，里面还有别处的人' : ''}`,
  shared: target.sharedAt !== null,
  known: [
    target.sharedAt === null ? '' : `${target.sharedBy ?? ''} ${momentText(target.sharedAt, now)} 发的`,
    target.seen === 0 ? '' : `${target.seen} 人在群里打开过`,
  ]
    .filter((part) => part !== '')
    .join('，'),
});

/** 3 个群，还有 2 个没发 */
export function countText(rows: readonly TargetRow[]): string {
  const left = rows.filter(({ shared }) => !shared).length;
  return left === 0 ? `${rows.length} 个群都发过了` : `${rows.length} 个群，还有 ${left} 个没发`;
}
