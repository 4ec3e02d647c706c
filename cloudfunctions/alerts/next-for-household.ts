import { ALERT_OUTCOMES, ROLES } from '../../miniprogram/shared/labels';
import type { AlertDocument } from './alert.document';

type Told = Pick<AlertDocument, 'status' | 'level' | 'acknowledged' | 'assessment' | 'referral' | 'outcome'>;

/** 16:40, of a stored moment */
const timeOf = (at: string): string => at.slice(11, 16);

/** What the family is told: who has it, and what happens next. */
export function whatComesNext({ status, level, acknowledged, assessment, referral, outcome }: Told): string {
  if (status === 'closed') return outcome ? `办结了：${ALERT_OUTCOMES[outcome.result]}` : '办结了';
  if (referral)
    return `${timeOf(referral.leavesAt)} 出发去${referral.hospital}，${referral.escort}护送。请戴好口罩，在家里等`;
  switch (assessment?.finding) {
    case 'suspected':
      return '要去发热门诊，正在安排车。请在家里等，和家人分开';
    case 'keepWatching':
      return '看过了，要继续观察。请照常量体温，哪里不对马上打电话';
    case 'normalOnRecheck':
      return '再量过，正常了。请照常量体温';
  }
  if (acknowledged) {
    return `${ROLES[acknowledged.role]} ${timeOf(acknowledged.at)} 接了，会来看。请在家里等，和家人分开`;
  }
  return level === 'villageDoctor'
    ? '已经告诉村医。请在家里等，和家人分开'
    : `村医还没接，又告诉了${ROLES[level]}。请在家里等，和家人分开`;
}
