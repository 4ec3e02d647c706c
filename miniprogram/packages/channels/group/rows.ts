import type { Contracts, OutputOf } from '../../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../../shared/dates';
import { kindTag } from '../../../shared/notice-words';

type Share = OutputOf<Contracts['channels']['group']>['rows'][number];

export type ShareCard = {
  noticeId: string;
  title: string;
  tag: ReturnType<typeof kindTag>;
  /** What became of it since: 已撤回, 已更正. */
  over: string;
  when: string;
  seen: string;
};

const OVER: Readonly<Partial<Record<Share['status'], string>>> = { withdrawn: '已撤回', corrected: '已更正' };

export const shareCardRow = (
  { noticeId, kind, title, status, at, sharedBy, seen }: Share,
  now: Moment,
): ShareCard => ({
  noticeId,
  title,
  tag: kindTag(kind),
  over: OVER[status] ?? '',
  when:
    sharedBy === null ? `${momentText(at, now)} 有人在群里打开` : `${momentText(at, now)} ${sharedBy}发的`,
  seen: seen === 0 ? '还没有人在群里打开' : `${seen} 人在群里打开过`,
});
