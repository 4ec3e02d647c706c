import type { ReachTab } from '../../../../cloudfunctions/contracts/index';
import type { readReach } from '../../../services/reach';
import { dateText } from '../../../shared/dates';
import { NOTICE_KINDS } from '../../../shared/labels';

type Reach = Awaited<ReturnType<typeof readReach>>;
type Total = Reach['total'];

export type ReachView = {
  title: string;
  urgent: boolean;
  kind: string;
  /** Why nobody has to be told any more; empty while it holds. */
  over: string;
  households: number;
  known: number;
  unknown: number;
  /** Known without being told, and told: with `unknown` all households. */
  self: number;
  told: number;
  percent: number;
  selfPercent: number;
  toldPercent: number;
  /** Lists are still being made. */
  making: boolean;
  newcomers: string;
  staff: string;
  grids: { gridId: string; name: string; percent: number; missing: number; known: number }[];
};

export const emptyReach: ReachView = {
  title: '',
  urgent: false,
  kind: '',
  over: '',
  households: 0,
  known: 0,
  unknown: 0,
  self: 0,
  told: 0,
  percent: 0,
  selfPercent: 0,
  toldPercent: 0,
  making: false,
  newcomers: '',
  staff: '',
  grids: [],
};

/** Rounded down: 100 is said only when nobody is left. */
const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part / whole) * 100);

/** `today`: YYYY-MM-DD. */
export function reachView(reach: Reach, today: string): ReachView {
  const { total, grids, staff } = reach;
  const { households, known, newcomers } = total;
  const told = total.phone + total.door;
  return {
    title: reach.title,
    urgent: reach.urgent,
    kind: NOTICE_KINDS[reach.kind],
    over: overText(reach, today),
    households,
    known,
    unknown: households - known,
    self: known - told,
    told,
    percent: percentOf(known, households),
    selfPercent: percentOf(known - told, households),
    toldPercent: percentOf(known, households) - percentOf(known - told, households),
    making: !reach.complete,
    newcomers: newcomers === 0 ? '' : `发出以后新来的 ${newcomers} 户，也算在里面`,
    staff: staff === null ? '' : `工作人员 ${staff.people} 人，${staff.known} 人看了`,
    grids: grids.map((grid) => ({
      gridId: grid.gridId,
      name: grid.name,
      percent: percentOf(grid.known, grid.households),
      missing: grid.households - grid.known,
      known: grid.households,
    })),
  };
}

function overText({ status, replacedBy, validUntil }: Reach, today: string): string {
  if (status === 'withdrawn') return '这条通知已经撤回，不用再告诉了';
  if (replacedBy !== null) return '这条通知已经更正，请去告诉新的一条';
  if (validUntil !== null && validUntil < today)
    return `这条通知 ${dateText(validUntil)} 到期了，不用再告诉了`;
  return '';
}

export type TabRow = { value: ReachTab; text: string; aside: string };

/** The lists behind the figures, as rows to pick from. */
export function tabRows(total: Total, wanted: Reach['wanted']): TabRow[] {
  const told = total.phone + total.door;
  const rows: [ReachTab, string, number | null][] = [
    ['unknown', '还不知道的', total.households - total.known],
    ['visit', '还不知道、没用小程序的', null],
    ['self', '自己知道的', total.known - told],
    ['told', '电话、上门告诉的', told],
    ['phone', '电话告诉的', total.phone],
    ['door', '上门告诉的', total.door],
    ['delivered', '收到的', total.delivered],
    ['opened', '打开的', total.opened],
    ['read', '读完的', total.read],
    ...(wanted === 'confirm'
      ? [['confirmed', '按了“我看懂了”的', total.confirmed] satisfies [ReachTab, string, number]]
      : []),
    ...(total.newcomers > 0
      ? [['newcomers', '发出以后新来的', total.newcomers] satisfies [ReachTab, string, number]]
      : []),
  ];
  return rows.map(([value, text, count]) => ({
    value,
    text,
    aside: count === null ? '' : `${count} 户`,
  }));
}

export const isToTell = (tab: ReachTab): boolean => tab === 'unknown' || tab === 'visit';

/** 还不知道的 12 户, of all grids or of one. */
export function listTitle(
  tab: ReachTab,
  tabs: readonly TabRow[],
  grid: ReachView['grids'][number] | undefined,
) {
  if (tab === 'unknown' && tabs[0]?.aside === '0 户') return '各户的名单';
  const { text = '', aside = '' } = tabs.find(({ value }) => value === tab) ?? {};
  if (grid === undefined) return `${text}${aside === '' ? '户' : ` ${aside}`}`;
  return `${grid.name}${text}${tab === 'unknown' ? ` ${grid.missing} 户` : '户'}`;
}
