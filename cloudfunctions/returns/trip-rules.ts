import type { Dayjs } from 'dayjs';
import { wrongStays } from '../../miniprogram/shared/stays';
import type { NucleicAcidTest, Stay } from '../contracts/health';
import { chinaTime, toCalendarDate } from '../kernel/clock';
import { codesOf } from '../divisions/names';
import type { FieldErrors } from '../registration/rules';

/** Arrivals that a form may speak of: who came longer ago is under nobody's measure any more, and plans change further ahead than this. */
const EARLIEST_DAYS_AGO = 60;
const LATEST_DAYS_AHEAD = 60;

/** What is wrong with the time of arrival, beside its field. */
export function wrongArrival(arrivesAt: string, now: Dayjs, path: string): FieldErrors {
  const days = chinaTime(arrivesAt).startOf('day').diff(chinaTime(now.valueOf()).startOf('day'), 'day');
  if (days < -EARLIEST_DAYS_AGO) return { [path]: `到村超过 ${EARLIEST_DAYS_AGO} 天了，不用再申报` };
  if (days > LATEST_DAYS_AHEAD) return { [path]: `还有 ${LATEST_DAYS_AHEAD} 天以上才到，等定下来再申报` };
  return {};
}

/** What is wrong with the stays: a place that there is not, beside it; a day that is missing or told twice, beside all of them. */
export function wrongStayFields(
  stays: readonly Stay[],
  { arrivesAt, lookBackDays, path }: { arrivesAt: string; lookBackDays: number; path: string },
): FieldErrors {
  const errors: FieldErrors = {};
  stays.forEach(({ where }, position) => {
    if (where.kind === 'division' && codesOf(where.code).length === 0)
      errors[`${path}.${position}.where.code`] = '没有这个地方，请重新选择';
  });
  const wrong = wrongStays(stays, toCalendarDate(chinaTime(arrivesAt)), lookBackDays);
  if (wrong !== '') errors[path] = wrong;
  return errors;
}

/** A test that is still to be made has no result. */
export const wrongTest = (test: NucleicAcidTest | null | undefined, now: Dayjs, path: string): FieldErrors =>
  test && test.date > toCalendarDate(now) ? { [`${path}.date`]: '检测日期在今天之后，请再看一遍' } : {};
