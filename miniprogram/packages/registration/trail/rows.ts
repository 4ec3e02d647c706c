import type { TrailRow } from '../../../services/household-life';
import { momentText } from '../../../shared/dates';
import { ROLES, type RoleName } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

/** One act as its card shows it. */
export type TrailCard = {
  id: string;
  /** 张丽 看了王芳的号码 */
  title: string;
  /** 网格员 · 柳溪村三组 */
  who: string;
  when: string;
  /** 原因：打电话核实 */
  reason: string;
  icon: string;
  tone: 'brand' | 'amber' | 'grey';
};

/** What an action does, in words that come after a name. An action that isn't here still shows, as 办了一件事. */
const DEEDS: Readonly<Record<string, string>> = {
  'registration.enrol': '登记了我家',
  'registration.enrolFor': '上门登记了我家',
  'registration.changeMyHousehold': '修改了档案',
  'registration.household': '看了档案',
  'registration.openNumber': '看了号码',
  'registration.verify': '核实了档案',
  'registration.returnToHousehold': '把档案退回修改',
  'registration.correct': '当面改正了档案',
  'registration.findHousehold': '查了村里有没有自己的档案',
  'registration.claim': '认领了我家',
  'registration.withdrawClaim': '撤回了认领',
  'registration.decideClaim': '处理了认领',
  'registration.decideClaimOnMyHousehold': '处理了认领',
  'registration.invite': '邀请了家人',
  'registration.changeHead': '换了户主',
  'registration.handOver': '把档案转到了别的村组',
  'registration.moveOut': '把档案关上了',
  'registration.deleteAccount': '注销了账号',
  'gridwork.merge': '把重复的档案合成一份',
  'gridwork.takeOffDuplicate': '去掉了重复登记的人',
  'gridwork.planVisit': '约了上门的日子',
  'gridwork.closeVisit': '记下了上门的结果',
  'registration.join': '用邀请码打开了档案',
  'returns.declare': '申报了返乡',
  'returns.declareFor': '代为申报了返乡',
  'returns.formFor': '看了家里有谁，要代为申报',
  'returns.amend': '修改了返乡申报',
  'returns.amendFor': '代为修改了返乡申报',
  'returns.changePlan': '改了返乡的行程',
  'returns.cancel': '取消了返乡申报',
  'returns.tellArrival': '说到村了',
  'returns.show': '看了返乡申报',
  'returns.openPhone': '看了号码',
  'returns.openPhotos': '看了申报的截图',
  'returns.previewCheck': '核对了返乡申报',
  'returns.checkArrival': '核实了返乡申报',
  'returns.didNotCome': '记下了没有回来',
  'returns.reclassify': '按最新的风险区重新算了措施',
  'returns.replay': '复核了措施是怎么定的',
};

/** A number or picture was opened. */
const OPENINGS: readonly string[] = ['registration.openNumber', 'returns.openPhone', 'returns.openPhotos'];

const isRole = (role: string): role is RoleName => role in ROLES;

const who = ({ by, roles }: TrailRow): string => {
  if (by === 'family') return '我家的手机';
  if (by === 'other') return '不在我家档案里的一部手机';
  return roles
    .map(({ role, place }) => `${isRole(role) ? ROLES[role] : role} · ${shortPlace(place)}`)
    .join('、');
};

function deed({ action, personName, succeeded }: TrailRow): string {
  const done = DEEDS[action] ?? '办了一件事';
  const whole = personName === null ? done : done.replace('了号码', `了${personName}的号码`);
  return succeeded ? whole : `想办一件事，没有办成（${whole.replace('了', '')}）`;
}

export const trailCard = (row: TrailRow, now: number): TrailCard => ({
  id: row.id,
  title: `${row.name ?? (row.by === 'other' ? '有人' : '已注销的账号')} ${deed(row)}`,
  who: who(row),
  when: momentText(row.at, now),
  reason: row.reason === null ? '' : `原因：${row.reason}`,
  icon: OPENINGS.includes(row.action) ? 'eye' : row.by === 'family' ? 'house' : 'person',
  tone: row.succeeded ? (row.by === 'staff' ? 'brand' : 'grey') : 'amber',
});
