import type { Dayjs } from 'dayjs';
import type { QueueStatus } from '../../cloudfunctions/contracts';
import { toTimestamp } from '../../cloudfunctions/kernel/clock';
import type { Vault } from '../../cloudfunctions/kernel/vault';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import {
  type Act,
  newHousehold,
  returnedFile,
  verifiedFile,
} from '../../cloudfunctions/registration/household-file';
import { searchable } from '../../cloudfunctions/registration/search-keys';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import type { FamilyForm } from './family';
import type { Random } from './random';

/** What became of a form since it was sent. */
export type Course = {
  status: QueueStatus;
  submittedAt: Dayjs;
  decidedAt: Dayjs;
  reason: string;
};

const REASONS = [
  '身份证号和名字对不上，请对照身份证再看一遍。',
  '少登记了一位老人，请补上。',
  '门牌号不对，请写现在住的地方。',
  '孩子的出生日期请对照户口本。',
];

/** When a made-up family sent its form and when it was decided; always before now, and by day. */
export function courseOf(status: Course['status'], now: Dayjs, random: Random): Course {
  const day = (least: number, most: number) =>
    now.subtract(random.between(least, most), 'day').hour(random.between(8, 19)).minute(random.between(0, 59)).second(random.between(0, 59)).millisecond(0); // prettier-ignore
  const reason = random.pick(REASONS);
  if (status === 'submitted') return { status, submittedAt: day(1, 9), decidedAt: now, reason };
  const submittedAt = status === 'returned' ? day(3, 12) : day(6, 60);
  return { status, submittedAt, decidedAt: submittedAt.add(random.between(3, 44), 'hour'), reason };
}

/** The file as the cloud functions would have left it. */
export function fileOf(
  form: FamilyForm,
  grid: GridDocument,
  { openid, course, verifier, vault }: { openid: string; course: Course; verifier: string; vault: Vault },
): HouseholdDocument {
  const place = { gridId: grid._id, gridPath: grid.path, pathNames: grid.pathNames };
  const file = newHousehold(form, { place, openid, at: toTimestamp(course.submittedAt), vault });
  const act = {
    requestId: `${form.requestId}-decided`,
    by: verifier,
    at: toTimestamp(course.decidedAt),
  };
  return searchable(decided(file, act, course), vault);
}

function decided(file: HouseholdDocument, act: Act, course: Course): HouseholdDocument {
  switch (course.status) {
    case 'submitted':
      return file;
    case 'verified':
      return verifiedFile(file, act);
    case 'returned':
      return returnedFile(file, act, course.reason);
  }
}
