import type { Today } from '../../services/home';
import { momentText } from '../../shared/dates';
import { noticeUrl } from '../../shared/notice-words';
import { counted, task, type Task } from './task';

type Notices = NonNullable<Today['notices']>;
type Row = NonNullable<Notices['family']>['first'][number];

const ALL = '/pages/notices/index';

/** Notices that nobody of a family has opened; urgent ones come before everything else that is to be done. `now`: epoch ms. */
export const familyNoticeTasks = (notices: Notices | null, now: number): { urgent: Task[]; others: Task[] } =>
  unreadTasks(notices?.family ?? null, now);

function unreadTasks(found: Notices['family'], now: number): { urgent: Task[]; others: Task[] } {
  if (!found) return { urgent: [], others: [] };
  const { first, unread } = found;
  const isUrgent = ({ kind }: Row) => kind === 'urgent';
  return {
    urgent: first.filter(isUrgent).map((row) => noticeTask(row, now)),
    others: [
      ...first.filter((row) => !isUrgent(row)).map((row) => noticeTask(row, now)),
      ...counted('notices', unread - first.length, {
        title: '条通知还没读',
        note: '都在“通知”里',
        action: '去看',
        url: ALL,
      }),
    ],
  };
}

const noticeTask = (row: Row, now: number): Task =>
  task(`notice-${row.noticeId}`, {
    icon: 'bell',
    tone: row.kind === 'urgent' ? 'red' : 'brand',
    tag: row.kind === 'urgent' ? '紧急' : '',
    title: row.title,
    note: row.again
      ? '更正过，请重看'
      : row.kind === 'urgent'
        ? '还没读'
        : `还没读，${momentText(row.publishedAt, now)}`,
    action: '去看',
    url: noticeUrl(row),
  });

/** 置顶: one that everybody is to see once more, below what is to be done; empty for none. */
export function pinnedNotice(found: Notices['family'] | undefined): { title: string; url: string } {
  const pinned = found?.pinned;
  return pinned ? { title: pinned.title, url: noticeUrl(pinned) } : { title: '', url: '' };
}

/** What notices ask of whoever is on duty. */
export function noticeDutyTasks(notices: Notices | null, now: number): Task[] {
  if (!notices) return [];
  const unread = unreadTasks(notices.duty, now);
  return [
    ...unread.urgent,
    ...counted('agree', notices.toAgree, {
      tone: 'amber',
      title: '条通知等您同意',
      note: '您看过、同意了才发',
      action: '去看',
      url: '/packages/publishing/list/index?tab=agree',
    }),
    ...tellingTasks(notices.toTell),
    ...counted('rumours', notices.rumours, {
      title: '条谣言要答复',
      note: '乡亲报来的，核实了告诉大家',
      action: '去答复',
      url: '/packages/rumours/queue/index',
    }),
    ...counted('robots', notices.robots, {
      tone: 'amber',
      title: '个工作群收不到通知',
      note: '机器人没发出去，看看是什么原因',
      action: '去看',
      url: '/packages/channels/robots/index',
    }),
    ...unread.others,
  ];
}

const tellingTasks = (toTell: Notices['toTell']): Task[] =>
  toTell === null
    ? []
    : [
        ...toTell.first.flatMap(({ noticeId, kind, title, when, left }) =>
          counted(`tell-${noticeId}`, left, {
            tone: kind === 'urgent' ? 'red' : 'amber',
            title: `户没看“${title}”`,
            note: when === '' ? '先打电话，再上门' : when,
            action: '去告诉',
            url: `/packages/reach/show/index?noticeId=${encodeURIComponent(noticeId)}`,
          }),
        ),
        ...counted('tell-further', toTell.further, {
          title: '条别的通知没到户',
          note: '一户一户列在一起，一次说清',
          action: '去告诉',
          url: '/packages/reach/tasks/index',
        }),
      ];
