import {
  type DraftDocument,
  DRAFTS,
  type NoticeDocument,
} from '../../../cloudfunctions/publishing/notice.document';
import { NoticeContent } from '../../../cloudfunctions/contracts/notice';
import { newRequestId } from '../../support/forms';
import { noticeContent, type Placed, putNotice } from '../../support/notices';
import type { Town } from '../town';
import { at, LEADER, OFFICER, type PageVisit } from './visit';

/** The demo's first village. */
export const placed = ({ simulator }: Town): Placed => ({
  simulator,
  town: { gridId: 't1', name: '青石镇' },
  here: {
    gridId: 't1-v1',
    name: '柳溪村',
    gridPath: ['t1', 't1-v1'],
    team: { gridId: 't1-v1-g3', name: '三组', gridPath: ['t1', 't1-v1', 't1-v1-g3'] },
    householdId: '',
    resident: '',
  },
});

const written = (changes: Partial<NoticeDocument>) => (town: Town) => {
  const by = { byName: '李国强', by: LEADER };
  const notice = putNotice(placed(town), {
    writtenBy: { openid: LEADER, name: '李国强' },
    changes: [
      { ...by, requestId: newRequestId(), at: '2026-11-20T08:12:00+08:00', what: '写好' },
      { ...by, requestId: newRequestId(), at: '2026-11-20T09:30:00+08:00', what: '改好再发' },
    ],
    ...changes,
  });
  return `/packages/publishing/notice/index?noticeId=${notice._id}`;
};

const waiting: Partial<NoticeDocument> = {
  status: 'waiting',
  kind: 'urgent',
  title: '明天全员核酸检测',
  publishedAt: null,
  counted: null,
};

/** An older one and the newer one that stands in its place. */
const corrected = (town: Town): string => {
  const newer = putNotice(placed(town), { writtenBy: { openid: LEADER, name: '李国强' } });
  return written({ status: 'corrected', replacedBy: newer._id })(town);
};

/** Something half written in the cloud. */
export function putDraft(town: Town, changes: Partial<DraftDocument> = {}): DraftDocument {
  const requestId = newRequestId();
  const document: DraftDocument = {
    _id: `n${requestId}`,
    openid: LEADER,
    requestId,
    content: { ...NoticeContent.parse(noticeContent(['t1-v1'])), title: '' },
    publishAt: null,
    replaces: null,
    answers: null,
    returnedBecause: null,
    savedAt: '2026-11-20T08:12:00+08:00',
    version: 1,
    ...changes,
  };
  town.simulator.database.insertMany(DRAFTS, [document]);
  return document;
}

const ofDraft =
  (page: string, changes: Partial<DraftDocument> = {}) =>
  (town: Town): string =>
    `/packages/publishing/${page}/index?draftId=${putDraft(town, changes)._id}`;
const sentBack = { returnedBecause: '时间写错了，请改成后天' };

/** Writing, agreeing to and correcting notices. */
export const PUBLISHING_PAGES: PageVisit[] = [
  { name: 'notice-waits', openid: OFFICER, route: written(waiting), shows: '同意发出去' },
  { name: 'notice-mine', openid: LEADER, route: written({}), shows: '发到微信群' },
  { name: 'notice-corrected', openid: LEADER, route: corrected, shows: '看更正后的' },
  {
    name: 'notice-returned',
    openid: LEADER,
    route: written({ ...waiting, status: 'returned', returnedBecause: '时间写错了，请改成后天' }),
    shows: '改好再发',
  },
  {
    name: 'notices-to-agree',
    openid: OFFICER,
    route: at('/packages/publishing/list/index?tab=agree'),
    shows: '李国强写的',
  },
  { name: 'notices-out', openid: LEADER, route: at('/packages/publishing/list/index'), shows: '写一条通知' },
  { name: 'notice-preview', openid: LEADER, route: ofDraft('preview'), shows: '发到微信群里' },
  { name: 'notice-drafts', openid: LEADER, route: ofDraft('drafts', sentBack), shows: '接着写' },
  { name: 'notice-write', openid: LEADER, route: ofDraft('write', sentBack), shows: '退回来了' },
  {
    name: 'notice-from-template',
    openid: OFFICER,
    route: at('/packages/publishing/write/index?template=homecoming'),
    shows: '先说最要紧的',
  },
];
