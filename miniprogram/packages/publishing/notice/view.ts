import type { ReachFigures, WrittenNotice } from '../../../../cloudfunctions/contracts/index';
import { momentText, type Moment } from '../../../shared/dates';
import { isOver } from '../../../shared/notice-words';
import { countedText, gridsText, stateText, statusTag, wantedText, whomText } from '../notice-words';

/** What the caller may do with the notice now. The dock holds `decide`, `rewrite` or `share`. */
export type Acts = {
  dock: '' | 'decide' | 'rewrite' | 'share';
  canShow: boolean;
  canCorrect: boolean;
  canWithdraw: boolean;
};

export function actsOn(notice: WrittenNotice, now: Moment): Acts {
  const { status, isMine, shareKey, publishedAt } = notice;
  const isOut = status === 'published';
  const isToBeSeen = isOut && !isOver(notice, now);
  return {
    dock:
      status === 'waiting' && !isMine
        ? 'decide'
        : status === 'returned' && isMine
          ? 'rewrite'
          : isToBeSeen && shareKey !== null
            ? 'share'
            : '',
    /** Hung up and read out. */
    canShow: isToBeSeen,
    canCorrect: isOut || (status === 'withdrawn' && publishedAt !== null),
    // Somebody else's that waits is sent back instead.
    canWithdraw: isOut || status === 'scheduled' || (status === 'waiting' && isMine),
  };
}

type Fact = { label: string; value: string };
type Households = { households: number; people: number };

/** Whom it is for and how it came about; what its state says already is not said again. `counted`: how many it would reach now, before it is out. */
export function factsOf(notice: WrittenNotice, counted: Households | null, now: Moment): Fact[] {
  const { audience, audienceNames, approvedBy, publishAt, status, pinned, wanted } = notice;
  return [
    { label: '发给哪里', value: gridsText(audienceNames) },
    {
      label: '发给谁',
      value: [whomText(audience), counted && countedText(counted)].filter(Boolean).join('，'),
    },
    { label: '要他们做', value: `${wantedText(wanted)}${pinned ? '，排在最前面' : ''}` },
    ...(status === 'waiting'
      ? [{ label: '什么时候发', value: publishAt === null ? '同意了马上发' : momentText(publishAt, now) }]
      : []),
    { label: '写的人', value: notice.writtenBy },
    ...(approvedBy
      ? [{ label: '同意的人', value: `${approvedBy.name}，${momentText(approvedBy.at, now)}` }]
      : []),
  ];
}

/** Who did what; what the timer did has no name. */
export const historyOf = (
  { changes }: Pick<WrittenNotice, 'changes'>,
  now: Moment,
): { key: number; text: string }[] =>
  changes.map(({ at, byName, what }, key) => ({
    key,
    text: [momentText(at, now), byName, what].filter((part) => part !== '').join(' '),
  }));

const lastActAt = ({ changes }: Pick<WrittenNotice, 'changes'>): string =>
  changes[changes.length - 1]?.at ?? '';

/** What the page says first. */
export const headOf = (notice: WrittenNotice, now: Moment) => ({
  tag: statusTag(notice.status),
  state: stateText({ ...notice, at: notice.publishedAt ?? lastActAt(notice) }, now),
  because: notice.status === 'returned' ? (notice.returnedBecause ?? '') : '',
});

type Reach = { total: ReachFigures; complete: boolean };

/** How far it has come. Of one that no longer holds nobody is missing: it is only said how far it had come. */
export function reachOf({ total, complete }: Reach, status: WrittenNotice['status']) {
  const { households, known } = total;
  const left = households - known;
  const isWorked = complete && status === 'published';
  return {
    // Never 100 before the last household knows.
    percent: households === 0 ? 0 : Math.floor((known / households) * 100),
    text: complete ? `${households} 户，${known} 户知道了` : '名单正在排，一两分钟就好',
    left: isWorked && left > 0 ? `还有 ${left} 户不知道` : '',
    isDone: isWorked && left === 0 && households > 0,
  };
}

/** What is asked once more before it goes out. */
export const agreeQuestion = ({ audienceNames, publishAt, replaces }: WrittenNotice, now: Moment): string => {
  const when = publishAt === null ? '同意了马上发给' : `${momentText(publishAt, now)} 自动发给`;
  const old = replaces === null ? '' : '原来那条会标上“更正过了”。';
  return `${when}${gridsText(audienceNames)}。${old}发出去收不回来，写错了只能更正或者撤回。`;
};
