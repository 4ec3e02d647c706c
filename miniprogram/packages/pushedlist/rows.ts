import type { PushedEntry } from '../../../cloudfunctions/contracts/index';
import { momentText } from '../../shared/dates';
import { shortPlace } from '../../shared/places';

type Tone = '' | 'amber' | 'red' | 'green';

/** Somebody to be found as a row shows them. */
export type EntryRow = {
  entryId: string;
  title: string;
  place: string;
  /** 浙江省宁波市来 · 名单 11月20日推送 */
  note: string;
  tags: { text: string; tone: Tone }[];
};

const ENDED = {
  declared: ['已经申报', 'green'],
  elsewhere: ['人在别处', ''],
  wrongPerson: ['不是这个人', ''],
  unreachable: ['联系不上', 'amber'],
} as const;

/** 今天 18:00 前查清，还剩 50 分钟; what is left is said when it is under three hours. `now`: epoch ms. */
export function deadlineText(deadline: string, now: number): string {
  const left = Date.parse(deadline) - now;
  const when = momentText(deadline, now);
  if (left <= 0) return `${when} 就该查清，已经过了`;
  const minutes = Math.ceil(left / 60_000);
  if (minutes >= 180) return `${when} 前查清`;
  const hours = Math.floor(minutes / 60);
  const rest = [hours > 0 ? `${hours} 小时` : '', minutes % 60 > 0 ? `${minutes % 60} 分钟` : '']
    .filter((part) => part !== '')
    .join(' ');
  return `${when} 前查清，还剩 ${rest}`;
}

export function entryRow(entry: PushedEntry, now: number): EntryRow {
  const tags: EntryRow['tags'] = [];
  if (entry.status === 'open') {
    tags.push({ text: deadlineText(entry.deadline, now), tone: entry.overdue ? 'red' : '' });
    if (!entry.placed) tags.push({ text: '等指派', tone: 'amber' });
    if (entry.tries > 0) tags.push({ text: `联系过 ${entry.tries} 次`, tone: 'amber' });
  } else {
    const [text, tone] = ENDED[entry.status];
    tags.push({ text, tone });
  }
  return {
    entryId: entry.entryId,
    title: entry.name,
    place: shortPlace(entry.place),
    note: [entry.cameFrom === '' ? '' : `${entry.cameFrom}来`, `《${entry.listTitle}》`]
      .filter((part) => part !== '')
      .join(' · '),
    tags,
  };
}
