import type { ReleaseRow, StaffRole } from '../../../../cloudfunctions/contracts/index';
import { MEASURES } from '../../../shared/labels';
import { momentText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { dayOfDate } from '../../../shared/slot-words';

export type Tab = 'propose' | 'check' | 'approve' | 'done';

/** What each tab is called to the village, which proposes and then waits, and to the town, which decides. */
const VILLAGE_TABS: { value: Tab; text: string }[] = [
  { value: 'propose', text: '待提出' },
  { value: 'check', text: '等审核' },
  { value: 'approve', text: '等批准' },
  { value: 'done', text: '已解除' },
];
const TOWN_TABS: { value: Tab; text: string }[] = [
  { value: 'check', text: '待审核' },
  { value: 'approve', text: '待批准' },
  { value: 'done', text: '已解除' },
];
const PROPOSERS: readonly StaffRole[] = ['gridMember', 'gridLeader'];

/** The tabs of whoever holds these roles, what waits for them first. */
export function tabsOf(roles: readonly StaffRole[]): { value: Tab; text: string }[] {
  const proposes = roles.some((role) => PROPOSERS.includes(role));
  if (!roles.includes('townOfficer')) return VILLAGE_TABS;
  return proposes ? [VILLAGE_TABS[0]!, ...TOWN_TABS] : TOWN_TABS;
}

export const EMPTY: Readonly<Record<Tab, { title: string; text: string }>> = {
  propose: { title: '没有等着提出的', text: '观察期满的人，第二天会出现在这里。' },
  check: { title: '没有等着审核的', text: '村里提出解除，就会出现在这里。' },
  approve: { title: '没有等着批准的', text: '镇里审核过，就会出现在这里。' },
  done: { title: '还没有解除的', text: '三步都办完的人会留在这里。' },
};

/** Somebody in the list as their card shows it. */
export type ReleaseCard = {
  observationId: string;
  name: string;
  place: string;
  /** 居家隔离观察，11月21日期满 */
  note: string;
  /** 张丽 今天 9:12 提出 */
  step: string;
  tags: { text: string; tone: 'amber' | 'red' | 'green' }[];
};

const DONE_WORDS: Readonly<Record<Tab, string>> = {
  propose: '退回',
  check: '提出',
  approve: '审核',
  done: '批准',
};

export function releaseCard(row: ReleaseRow, tab: Tab, now: number): ReleaseCard {
  const { lastStep, obstacles, returnReason } = row;
  const missing = obstacles.length;
  return {
    observationId: row.observationId,
    name: row.name,
    place: shortPlace(row.place),
    note: `${MEASURES[row.measure]}，${dayOfDate(row.lastDate)}期满`,
    step: lastStep ? `${lastStep.name} ${momentText(lastStep.at, now)} ${DONE_WORDS[tab]}` : '',
    tags: [
      ...(returnReason === null ? [] : [{ text: `退回：${returnReason}`, tone: 'red' as const }]),
      ...(tab !== 'propose'
        ? []
        : missing > 0
          ? [{ text: `还差 ${missing} 样`, tone: 'amber' as const }]
          : [{ text: '可以提出', tone: 'green' as const }]),
    ],
  };
}
