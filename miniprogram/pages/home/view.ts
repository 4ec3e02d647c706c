import type { StaffRole } from '../../../cloudfunctions/contracts/index';
import type { Today } from '../../services/home';
import type { Hat } from '../../services/roles';
import { complaintText, standingText, temperatureText } from '../../shared/alert-words';
import { dayText, daysBetween, greeting, momentText, weekdayText } from '../../shared/dates';
import { ROLES } from '../../shared/labels';
import { isVillage, shortPlace } from '../../shared/places';
import { residentEntrances, staffEntrances, type Entrance } from './entrances';
import { familyAlertTasks, familyTasks, watchTasks } from './returns-tasks';
import { familyNoticeTasks, noticeDutyTasks, pinnedNotice } from './notices-tasks';
import { familySupplyTasks, supplyDutyTasks } from './supplies-tasks';
import { counted, task, type Task } from './task';

export type CoverageRow = { gridId: string; name: string; percent: number; missing: number; known: number };

export type HomeView = {
  installed: boolean;
  greeting: string;
  place: string;
  date: string;
  hat: Hat;
  hatText: string;
  canSwitch: boolean;
  tasks: Task[];
  todo: number;
  registered: boolean;
  contactName: string;
  /** The most urgent alert of one's grids; it stands above everything. */
  alert: {
    url: string;
    title: string;
    temperature: string;
    note: string;
    raisedAt: string;
    reportBy: string;
    /** Empty while the town has not been told. */
    reportedAt: string;
    /** Nobody has taken it. */
    isOpen: boolean;
    others: number;
  } | null;
  entrances: Entrance[];
  pinned: { title: string; url: string };
  coverage: CoverageRow[];
  coverageKnown: number;
  coverageMissing: number;
};

const ENROL = '/packages/registration/enrol/index';
const HOUSEHOLD = '/packages/registration/household/index';
const CHANGE = '/packages/registration/change/index';
const QUEUE = '/packages/registration/queue/index';

const CLAIM = '/packages/registration/claim/index';
const CLAIMS = '/packages/registration/claims/index';
const VISITS = '/packages/gridwork/visits/index';
const PHONES = '/packages/registration/phones/index';

/** Somebody who is not in a household yet: their claim on one, or the form. */
function newcomerTasks({ claim }: Pick<Today, 'claim'>, draftAt: number, now: number): Task[] {
  if (!claim) return [householdTask({ household: null, contact: null }, draftAt, now)];
  return claim.refused
    ? [
        task('claim', {
          icon: 'alert',
          tone: 'amber',
          title: '认领没有通过',
          note: `${claim.headMask}家没有认可。弄错了就请户主或网格员再看一遍，或者自己登记`,
          action: '去看看',
          url: CLAIM,
        }),
      ]
    : [
        task('claim', {
          icon: 'clock',
          title: '认领交了，等确认',
          note: `${momentText(claim.sentAt, now)} 交的。${claim.headMask}家的户主或网格员确认后，就能看档案`,
          url: CLAIM,
        }),
      ];
}

/** What a household's own home asks for: its people's health first, then what they eat. */
function residentTasks(today: Today, draftAt: number, now: number): Task[] {
  const alerts = familyAlertTasks(today.family);
  const returns = familyTasks(today.family, now);
  const supplies = familySupplyTasks(today.supplies, now);
  const notices = familyNoticeTasks(today.notices, now);
  if (!today.household) return [...alerts, ...returns, ...newcomerTasks(today, draftAt, now)];
  const { claims, status } = today.household;
  const own = householdTask(today, draftAt, now);
  const decide =
    claims === 0
      ? []
      : [
          task('claims', {
            icon: 'people',
            tone: 'amber',
            title: '有人要看我家档案',
            note: `${claims} 部手机认领了您家，是家人就确认`,
            action: '去确认',
            url: PHONES,
          }),
        ];
  // 齐了 is not said beside what the family's returns ask for.
  const isLeftOut = status === 'verified' && alerts.length + returns.length > 0;
  // Nor that nothing is left to do, beside a notice to read or a round to order in.
  const others = notices.urgent.length + notices.others.length + supplies.length;
  const ownNow = status === 'verified' && others > 0 ? { ...own, title: '登记好了' } : own;
  return [
    ...alerts,
    ...notices.urgent,
    ...returns,
    ...decide,
    ...notices.others,
    ...supplies,
    ...(isLeftOut ? [] : [ownNow]),
  ];
}

function householdTask(
  { household, contact }: Pick<Today, 'household' | 'contact'>,
  draftAt: number,
  now: number,
): Task {
  if (!household)
    return draftAt > 0
      ? task('enrol', {
          icon: 'edit',
          tone: 'amber',
          title: '登记我家，还没交',
          note: `草稿存在这部手机，${momentText(draftAt, now)}`,
          action: '接着填',
          url: ENROL,
        })
      : task('enrol', {
          icon: 'house',
          title: '登记我家',
          note: '准备好全家人的身份证和户主手机号，大约 5 分钟',
          action: '登记我家',
          url: ENROL,
        });
  if (household.status === 'returned')
    return task('returned', {
      icon: 'edit',
      tone: 'amber',
      title: '登记要改一下',
      note: `网格员说：${household.returnReason ?? '请再看一遍'}`,
      action: '去修改',
      url: CHANGE,
    });
  if (household.status === 'submitted')
    return task('waiting', {
      icon: 'clock',
      title: '登记已经交了，等核实',
      note: `${momentText(household.submittedAt, now)} 交的，${contact ? contact.name : '网格员'}会来核实`,
      url: HOUSEHOLD,
    });
  return task('verified', {
    icon: 'checkCircle',
    tone: 'green',
    title: '齐了',
    note: `我家 ${household.peopleCount} 口人，登记已核实`,
    url: HOUSEHOLD,
  });
}

/** What waits for whoever verifies households. */
function queueTasks(queue: Today['queue'], now: number): Task[] {
  if (!queue) return [];
  return [
    ...counted('submitted', queue.submitted, {
      title: '户登记待核实',
      note: waitedText(queue.oldestAt, now),
      action: '去核实',
      url: `${QUEUE}?status=submitted`,
    }),
    ...counted('visits', queue.visits, {
      title: '户今天要上门',
      note: '约好的日子到了',
      action: '去看',
      url: VISITS,
    }),
    ...counted('claims', queue.claims, {
      title: '个认领等确认',
      note: '有人说名册上的是自己家',
      action: '去确认',
      url: CLAIMS,
    }),
    ...counted('returned', queue.returned, {
      tone: 'amber',
      title: '户退回中',
      note: '等住户改好再交',
      action: '去看',
      url: `${QUEUE}?status=returned`,
    }),
  ];
}

/** Everything that waits for somebody on duty. 齐了 is said only where no alert stands above. */
function dutyTasks({ queue, returns, supplies, notices }: Today, now: number): Task[] {
  const tasks = [
    ...watchTasks(returns),
    ...queueTasks(queue, now),
    ...noticeDutyTasks(notices, now),
    ...supplyDutyTasks(supplies, now),
  ];
  if (tasks.length > 0 || returns?.urgent) return tasks;
  return [
    task('done', {
      icon: 'checkCircle',
      tone: 'green',
      title: '齐了',
      note: '没有等着您的事，有事会显示在这里',
    }),
  ];
}

/** The alert to be answered first, as its card shows it. */
function alertOf({ returns }: Today, now: number): HomeView['alert'] {
  const urgent = returns?.urgent;
  if (!returns || !urgent) return null;
  return {
    url: `/packages/alerts/detail/index?alertId=${encodeURIComponent(urgent.alertId)}`,
    title: `${urgent.name} ${complaintText(urgent)}`.trim(),
    temperature: temperatureText(urgent.temperature),
    note: [shortPlace(urgent.place), `${momentText(urgent.raisedAt, now)} 上报`, standingText(urgent)].join(
      ' · ',
    ),
    raisedAt: urgent.raisedAt,
    reportBy: urgent.reportBy,
    reportedAt: urgent.reportedAt ?? '',
    isOpen: urgent.status === 'open',
    others: returns.alerts - 1,
  };
}

/** 最早的等了 2 天; today's are not late yet. */
export function waitedText(oldestAt: string | null, now: number): string {
  if (oldestAt === null) return '';
  const days = daysBetween(oldestAt, now);
  return days < 1 ? '都是今天交的' : `最早的等了 ${days} 天`;
}

/** Worst first, as the cloud sorts them; a grid with more files than the roll knows counts as complete. */
function coverageOf(rows: NonNullable<Today['coverage']>): CoverageRow[] {
  return rows.map(({ gridId, name, registered, known }) => ({
    gridId,
    name,
    known,
    missing: Math.max(0, known - registered),
    percent: known === 0 ? 100 : Math.min(100, Math.round((registered / known) * 100)),
  }));
}

const ledVillage = (posts: Today['posts']): string =>
  posts.find(({ role, place }) => role === 'gridLeader' && isVillage(place))?.gridId ?? '';

/** What the home shows. Pure: `now` in epoch ms, `draftAt` when the enrolment draft was saved, 0 for none. */
export function homeView(today: Today, chosen: Hat, draftAt: number, now: number): HomeView {
  const roles: StaffRole[] = today.posts.map(({ role }) => role);
  const hat = roles.length === 0 ? 'resident' : chosen;
  const post = today.posts[0];
  const registered = today.household !== null;
  const contactName = today.contact?.name ?? '';
  const tasks = hat === 'staff' ? dutyTasks(today, now) : residentTasks(today, draftAt, now);
  const coverage = hat === 'staff' && today.coverage ? coverageOf(today.coverage) : [];
  return {
    installed: today.installed,
    greeting: today.name === null ? greeting(now) : `${today.name}，${greeting(now)}`,
    place: shortPlace((hat === 'staff' && post ? post.place : today.place) ?? ''),
    date: `${dayText(now)} ${weekdayText(now)}`,
    hat,
    hatText: hat === 'staff' && post ? ROLES[post.role] : '居民',
    canSwitch: roles.length > 0,
    tasks,
    todo: tasks.filter(({ action }) => action !== '').length,
    registered,
    contactName,
    alert: hat === 'staff' ? alertOf(today, now) : null,
    pinned: pinnedNotice(hat === 'staff' ? today.notices?.duty : today.notices?.family),
    entrances:
      hat === 'staff'
        ? staffEntrances(roles, ledVillage(today.posts))
        : residentEntrances({ registered, contactName }),
    coverage,
    coverageKnown: coverage.reduce((sum, { known }) => sum + known, 0),
    coverageMissing: coverage.reduce((sum, { missing }) => sum + missing, 0),
  };
}
