import { newRequestId } from '../../../support/forms';
import { putNotice, putSheet, putStaffSheet } from '../../../support/notices';
import { SECRET, type World } from '../world';
import type { SamplesOf } from './samples-of';

function lineIn({ township, enrolled }: World) {
  const notice = putNotice(township);
  const { householdId, gridId } = enrolled;
  putSheet(township, notice, { householdId, headName: SECRET.name });
  return { noticeId: notice._id, gridId, householdId };
}

export const reach: SamplesOf<'reach'> = {
  show: (world) => ({ noticeId: lineIn(world).noticeId }),
  households: (world) => ({ noticeId: lineIn(world).noticeId, tab: 'unknown' }),
  household: lineIn,
  staff: ({ township }) => {
    const notice = putNotice(township);
    putStaffSheet(township, notice);
    return { noticeId: notice._id };
  },
  tasks: (world) => {
    lineIn(world);
    return {};
  },
  tell: (world) => ({ ...lineIn(world), requestId: newRequestId(), how: 'phone' }),
  untell: lineIn,
  remind: (world) => ({ noticeId: lineIn(world).noticeId, requestId: newRequestId() }),
  openPhone: (world) => {
    const { noticeId, householdId } = lineIn(world);
    return { noticeId, householdId, reason: '通知还没有看' };
  },
  tick: () => ({}),
};
