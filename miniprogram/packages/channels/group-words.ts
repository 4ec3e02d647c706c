import type { GroupView } from '../../../cloudfunctions/contracts/index';
import { dayText, daysBetween, type Moment } from '../../shared/dates';
import { shortPlace } from '../../shared/places';

export type GroupCard = {
  groupId: string;
  name: string;
  place: string;
  tag: { text: string; tone: 'amber' | 'grey' };
  lately: string;
};

/** What came to a group lately; one that nobody wrote to for a month is told in amber. */
export const groupCard = (group: GroupView, now: Moment): GroupCard => ({
  groupId: group.groupId,
  name: group.name,
  place: shortPlace(group.place),
  tag: lastTag(group, now),
  lately: latelyText(group),
});

export const latelyText = ({ notices, seen }: Pick<GroupView, 'notices' | 'seen'>): string =>
  notices === 0 ? '近 30 天没有通知发到这个群' : `近 30 天 ${notices} 条通知，在群里被打开 ${seen} 次`;

function lastTag({ lastAt }: Pick<GroupView, 'lastAt'>, now: Moment): GroupCard['tag'] {
  if (lastAt === null) return { text: '好久没发', tone: 'amber' };
  const ago = daysBetween(lastAt, now);
  if (ago <= 0) return { text: '今天发过', tone: 'grey' };
  return { text: ago === 1 ? '昨天发过' : `${dayText(lastAt)} 发过`, tone: 'grey' };
}
