import type { StaffRole } from '../contracts';
import type { AlertOutcome, AlertStep, Finding } from '../contracts/alerts';
import type { HeldPost } from '../kernel/context';
import type { AlertDocument, AlertLevel } from './alert.document';

/** Lowest first. The duty to answer climbs; who stands below may still answer. */
const LEVELS: readonly AlertLevel[] = ['villageDoctor', 'gridLeader', 'townOfficer'];

export const levelAbove = (level: AlertLevel): AlertLevel | null => LEVELS[LEVELS.indexOf(level) + 1] ?? null;

/** The roles that somebody holds over the place of an alert, the one that answers for medicine first. */
export const rolesOver = (
  posts: readonly Pick<HeldPost, 'role' | 'gridId'>[],
  { gridPath }: Pick<AlertDocument, 'gridPath'>,
): StaffRole[] => {
  const held = new Set(posts.filter(({ gridId }) => gridPath.includes(gridId)).map(({ role }) => role));
  return [...LEVELS, 'gridMember' as const].filter((role) => held.has(role));
};

type State = Pick<
  AlertDocument,
  'status' | 'level' | 'acknowledged' | 'assessment' | 'referral' | 'reportedAt'
>;

const mayAnswer = (roles: readonly StaffRole[]): boolean => LEVELS.some((role) => roles.includes(role));

/** In which role somebody answers an alert; the contract lets nobody act who has none. */
export const answeringRole = (roles: readonly StaffRole[]): AlertLevel =>
  LEVELS.find((role) => roles.includes(role)) ?? 'gridLeader';

/** Judging a fever is the doctor's; the town finds a doctor of its own where an alert had to climb. */
const mayAssess = ({ level }: State, roles: readonly StaffRole[]): boolean =>
  roles.includes('villageDoctor') || (roles.includes('townOfficer') && level !== 'villageDoctor');

const mayClose = (roles: readonly StaffRole[]): boolean =>
  roles.includes('villageDoctor') || roles.includes('townOfficer');

/** Why somebody may not do a step now, in words for them; null when they may. */
export function refusalOf(step: AlertStep, alert: State, roles: readonly StaffRole[]): string | null {
  if (alert.status === 'closed') return '这个异常已经办结了';
  if (step === 'acknowledge') {
    if (!mayAnswer(roles)) return '这一步由村医、网格长或镇防控办来做';
    return alert.status === 'open' ? null : `${takenBy(alert)}已经接了`;
  }
  if (alert.status === 'open') return '还没有人接。先点“我来处理”';
  switch (step) {
    case 'assess':
      if (!mayAssess(alert, roles)) return '量体温、判断由村医来做';
      return alert.referral === null ? null : '已经送发热门诊了，等结果出来再办结';
    case 'refer':
      if (!mayAnswer(roles)) return '这一步由村医、网格长或镇防控办来做';
      if (alert.assessment === null) return '村医还没有判断。先量体温、判断';
      return alert.assessment.finding === 'suspected' ? null : '判断不是疑似，不用送发热门诊';
    case 'reportUp':
      if (!mayAnswer(roles)) return '这一步由村医、网格长或镇防控办来做';
      return alert.reportedAt === null ? null : '已经报过了';
    case 'close':
      if (!mayClose(roles)) return '办结由村医或镇防控办来做';
      return closingRefusal(alert);
  }
}

function closingRefusal({ assessment, referral, reportedAt }: State): string | null {
  if (assessment === null) return '还没有判断，不能办结。先量体温、判断';
  if (assessment.finding !== 'suspected') return null;
  if (referral === null) return '判断是疑似，要先送发热门诊，有了结果再办结';
  return reportedAt === null ? '判断是疑似，要先报镇里再办结' : null;
}

/** 确诊 can't follow from a recheck at home: only a clinic confirms. */
export const outcomeRefusal = (outcome: AlertOutcome, finding: Finding): string | null =>
  outcome === 'confirmed' && finding !== 'suspected' ? '确诊要由发热门诊来定。先判断为疑似并送诊' : null;

/** What somebody may do now, what comes next first. */
export function stepsFor(alert: State, roles: readonly StaffRole[]): AlertStep[] {
  return orderOf(alert).filter((step) => refusalOf(step, alert, roles) === null);
}

function orderOf({ assessment, referral }: State): readonly AlertStep[] {
  if (assessment?.finding === 'suspected')
    return referral === null ? ['refer', 'reportUp', 'assess'] : ['reportUp', 'close', 'refer'];
  if (assessment?.finding === 'normalOnRecheck') return ['close', 'assess', 'reportUp'];
  return ['acknowledge', 'assess', 'close', 'reportUp'];
}

/** 「李梅（村医）16:40 」 */
const takenBy = ({ acknowledged }: State): string =>
  acknowledged === null ? '别人' : `${acknowledged.byName} ${acknowledged.at.slice(11, 16)} `;
