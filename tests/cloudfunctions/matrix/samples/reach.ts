import { newRequestId } from '../../../support/forms';
import { putNotice, putSheet } from '../../../support/notices';
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
  tell: (world) => ({ ...lineIn(world), requestId: newRequestId(), how: 'phone' }),
  untell: lineIn,
  openPhone: (world) => {
    const { noticeId, householdId } = lineIn(world);
    return { noticeId, householdId, reason: '通知还没有看' };
  },
};
