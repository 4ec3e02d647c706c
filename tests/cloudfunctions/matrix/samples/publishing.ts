import { newRequestId } from '../../../support/forms';
import { noticeContent, putNotice } from '../../../support/notices';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

const gridsIn = ({ township }: World): string[] => [township.here.gridId];

export const publishing: SamplesOf<'publishing'> = {
  saveDraft: (world) => ({
    requestId: newRequestId(),
    version: 0,
    content: noticeContent(gridsIn(world)),
  }),
  drafts: () => ({}),
  readDraft: () => ({ draftId: 'nNobodyWroteThis' }),
  discardDraft: () => ({ draftId: 'nNobodyWroteThis' }),
  countAudience: (world) => ({
    audience: { gridIds: gridsIn(world), roles: [], households: true, tags: [] },
    kind: 'notice',
  }),
  send: (world) => ({
    requestId: newRequestId(),
    content: noticeContent(gridsIn(world)),
    publishAt: null,
  }),
  decide: ({ township }) => {
    const notice = putNotice(township, { status: 'waiting', kind: 'urgent', publishedAt: null });
    return { requestId: newRequestId(), noticeId: notice._id, version: 1, agreed: true };
  },
  withdraw: ({ township }) => ({
    requestId: newRequestId(),
    noticeId: putNotice(township)._id,
    version: 1,
    reason: '日期写错了',
  }),
  list: ({ township }) => {
    putNotice(township);
    return { tab: 'out' };
  },
  show: ({ township }) => ({ noticeId: putNotice(township)._id }),
  tick: () => ({}),
};
