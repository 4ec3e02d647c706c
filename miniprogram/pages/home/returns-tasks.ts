import type { Today } from '../../services/home';
import { momentText, timeText } from '../../shared/dates';
import { MEASURES } from '../../shared/labels';
import { counted, task, type Task } from './task';

type Family = NonNullable<Today['family']>;
type Work = NonNullable<Today['returns']>;

const READING = '/packages/observation/reading/index';
const OBSERVED = '/packages/observation/mine/index';
const HALVES = { am: '早体温', pm: '晚体温' } as const;

/** What a family's returns ask for now, the most urgent first; alerts stand apart, because urgent notices come between. `now`: epoch ms. */
export function familyTasks(family: Family | null, now: number): Task[] {
  if (!family) return [];
  return [
    ...readingTasks(family),
    ...observedTasks(family),
    ...waitingTasks(family, now),
    ...family.certificates.map(({ certificateId, name }) =>
      task(`certificate-${certificateId}`, {
        icon: 'checkCircle',
        tone: 'green',
        title: `${name}解除了`,
        note: '期满证明在这里，可以给人扫',
        action: '看证明',
        url: `/packages/release/certificate/index?id=${certificateId}`,
      }),
    ),
  ];
}

/** What a family hears of its alerts that nobody has closed. */
export const familyAlertTasks = (family: Family | null): Task[] =>
  (family?.alerts ?? []).map(({ alertId, name, takenBy }) =>
    task(`alert-${alertId}`, {
      icon: 'alert',
      tone: 'red',
      title: `${name}不舒服，已经报上去了`,
      note: takenBy === null ? '村医马上会看到，请在家等' : `${takenBy}接了，会和您联系`,
      action: '看进展',
      url: '/packages/alerts/mine/index',
    }),
  );

/** One task for everybody whose reading can be given now: it is given on one page. */
function readingTasks({ observed }: Family): Task[] {
  const due = observed.flatMap(({ name, due: slot }) => (slot === null ? [] : [{ name, slot }]));
  const [first] = due;
  if (!first) return [];
  const { half, closesAt, late } = first.slot;
  return [
    task('reading', {
      icon: 'thermometer',
      tone: 'amber',
      title: `填${HALVES[half]}`,
      note: `${due.map(({ name }) => name).join('、')}还没报，${late ? '已经晚了，' : ''}${closingText(closesAt)} 截止`,
      action: `填${HALVES[half]}`,
      url: READING,
    }),
  ];
}

/** A slot that closes at midnight closes at 24:00 of its own day. */
const closingText = (closesAt: string): string => {
  const time = timeText(closesAt);
  return time === '00:00' ? '24:00' : time;
};

const observedTasks = ({ observed }: Family): Task[] =>
  observed.map(({ observationId, name, measure, day, days }) =>
    task(`observed-${observationId}`, {
      icon: 'calendar',
      title: `${name}${MEASURES[measure]}`,
      note:
        day > days ? '天数满了，等解除' : day < 1 ? `还没开始，共 ${days} 天` : `第 ${day} 天，共 ${days} 天`,
      url: `${OBSERVED}?observationId=${encodeURIComponent(observationId)}`,
    }),
  );

const waitingTasks = ({ waiting }: Family, now: number): Task[] =>
  waiting.map(({ name, arrivesAt, arrived }, i) =>
    task(`returning-${i}`, {
      icon: 'location',
      title: `${name}返乡申报交了`,
      note: arrived ? '等网格员来核实，先不要出门' : `${momentText(arrivesAt, now)} 到。改了行程，在这里改`,
      url: '/packages/returns/mine/index',
    }),
  );

/** What waits for whoever looks after returnees. The alert has its own card above. */
export function watchTasks(work: Work | null): Task[] {
  if (!work) return [];
  return [
    ...counted('missing', work.missing, {
      tone: 'amber',
      title: '人没报体温',
      note: '先打电话，再上门',
      action: '去催',
      url: '/packages/observation/today/index',
    }),
    ...counted('overdue', work.overdue, {
      tone: 'amber',
      title: '人过了期限还没找到',
      note: '县里推送的名单',
      action: '去找',
      url: '/packages/pushedlist/entries/index',
    }),
    ...counted('check', work.toCheck, {
      title: '人到了，等核实',
      note: '量体温，讲清楚怎么管',
      action: '去核实',
      url: '/packages/returns/queue/index?tab=waiting',
    }),
    ...counted('again', work.foundAgain, {
      tone: 'amber',
      title: '人要重新判定',
      note: '去过的地方后来成了风险区',
      action: '去看',
      url: '/packages/rules/found/index',
    }),
    ...counted('find', work.toFind - work.overdue, {
      title: '人要查找',
      note: '县里推送的名单',
      action: '去找',
      url: '/packages/pushedlist/entries/index',
    }),
    ...counted('late', work.notArrived, {
      tone: 'amber',
      title: '人过了时间没到',
      note: '打电话问一问',
      action: '去问',
      url: '/packages/returns/queue/index?tab=overdue',
    }),
    ...counted('expected', work.expectedToday, {
      title: '人今天要到',
      note: '到了就去核实',
      action: '去看',
      url: '/packages/returns/queue/index?tab=today',
    }),
    ...releaseTasks(work),
    ...counted('proposals', work.proposals ?? 0, {
      title: '条规则等您审',
      note: '要另一位防控办的人来定',
      action: '去审',
      url: '/packages/rules/overview/index',
    }),
  ];
}

const RELEASES = '/packages/release/queue/index';

const releaseTasks = ({ toPropose, releasesToCheck, releasesToApprove }: Work): Task[] => [
  ...counted('propose', toPropose ?? 0, {
    title: '人天数满了',
    note: '看记录，提出解除',
    action: '去提',
    url: `${RELEASES}?tab=propose`,
  }),
  ...counted('releases', releasesToCheck ?? 0, {
    title: '人等镇里审核解除',
    action: '去审核',
    url: `${RELEASES}?tab=check`,
  }),
  ...counted('approvals', releasesToApprove ?? 0, {
    title: '人等指挥部批准解除',
    action: '去批准',
    url: `${RELEASES}?tab=approve`,
  }),
];
