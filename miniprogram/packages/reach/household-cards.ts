import type { ReachRow, ReachTask } from '../../../cloudfunctions/contracts/index';
import type { readReceipts, ReachLine } from '../../services/reach';
import { momentText } from '../../shared/dates';
import { CARE_CATEGORIES, TOLD } from '../../shared/labels';
import { shortPlace } from '../../shared/places';

/**
 * `waiting` to be told · `telling` the tick travels · `told` it can be taken back for some seconds · `gone` off the list · `listed` only looked at
 */
export type CardState = 'waiting' | 'telling' | 'told' | 'gone' | 'listed';

/** A household on a list of who knows or does not. */
export type HouseholdCard = {
  householdId: string;
  title: string;
  /** 柳溪村三组 · 139****6021 */
  where: string;
  care: string[];
  note: string;
  /** There is a number to ring. */
  canCall: boolean;
  /** What it misses: a tick says that it was told all of these. */
  lines: ReachLine[];
  /** Their titles, where they are not said above the list. */
  titles: string[];
  state: CardState;
  /** Of a tick: 已电话告知 */
  done: string;
  requestIds: string[];
  /** I ticked it some time ago. */
  canUndo: boolean;
  /** Who of it did what, once it was asked for. */
  people: string[];
};

export const emptyCard: HouseholdCard = {
  householdId: '',
  title: '',
  where: '',
  care: [],
  note: '',
  canCall: false,
  lines: [],
  titles: [],
  state: 'listed',
  done: '',
  requestIds: [],
  canUndo: false,
  people: [],
};

type Household = Pick<
  ReachRow,
  'householdId' | 'headName' | 'place' | 'care' | 'hasPhone' | 'phoneMask' | 'closed'
>;

const cardOf = (household: Household, place: string): Omit<HouseholdCard, 'lines' | 'state' | 'note'> => {
  const { phoneMask } = household;
  return {
    householdId: household.householdId,
    title: `${household.headName}家`,
    where: [place, ...(phoneMask === null ? [] : [phoneMask])].join(' · '),
    care: household.care.map((category) => CARE_CATEGORIES[category]),
    canCall: phoneMask !== null && !household.closed,
    titles: [],
    done: '',
    requestIds: [],
    canUndo: false,
    people: [],
  };
};

/** Why somebody has to go there, or why nobody answers any more. */
function hintOf({ closed, phoneMask, hasPhone }: Household): string {
  if (closed) return '档案已经注销，明天早上从名单上去掉';
  if (phoneMask === null) return '没有留号码，要上门告诉';
  return hasPhone ? '' : '没有用小程序';
}

type Listed = { noticeId: string; toTell: boolean; isTeamSaid: boolean };

/** A household on one notice's list. `isTeamSaid`: its team's own name tells it from the others. `now`: epoch ms. */
export function reachCard(
  row: ReachRow,
  { noticeId, toTell, isTeamSaid }: Listed,
  now: number,
): HouseholdCard {
  const place = isTeamSaid ? row.place.slice(row.place.lastIndexOf(' ') + 1) : shortPlace(row.place);
  return {
    ...cardOf(row, place),
    note: toTell ? hintOf(row) : didText(row, now),
    lines: [{ noticeId, gridId: row.gridId, householdId: row.householdId }],
    state: toTell ? 'waiting' : 'listed',
    canUndo: !toTell && row.toldByMe,
  };
}

function didText(row: ReachRow, now: number): string {
  const own = row.confirmed ? '确认了' : row.read ? '读完了' : row.opened ? '打开了，没有读完' : '';
  const told =
    row.told === null || row.toldAt === null
      ? ''
      : `${row.toldBy ?? ''} ${momentText(row.toldAt, now)} ${TOLD[row.told]}`;
  const did = [own, told].filter((text) => text !== '').join('；');
  return did === '' ? (row.delivered ? '收到了，还没打开' : '还不知道') : did;
}

/** Each title once: two notices may have the same one. */
function titlesOf(missing: ReachTask['missing']): string[] {
  const titles = missing.map(({ kind, title }) => (kind === 'urgent' ? `紧急：${title}` : title));
  return [...new Set(titles)].map((title) => {
    const times = titles.filter((other) => other === title).length;
    return times === 1 ? title : `${title}（${times} 条）`;
  });
}

/** A household with everything that it misses, over all notices. */
export const taskCard = (task: ReachTask): HouseholdCard => ({
  ...cardOf(task, shortPlace(task.place)),
  note: hintOf(task),
  lines: task.missing.map(({ noticeId, gridId }) => ({ noticeId, gridId, householdId: task.householdId })),
  titles: titlesOf(task.missing),
  state: 'waiting',
});

/** 李建国：3月12日 17:08 打开，17:10 读完 */
export function peopleTexts(people: Awaited<ReturnType<typeof readReceipts>>, now: number): string[] {
  if (people.length === 0) return ['这一户还没有人在手机上看过'];
  return people.map(({ name, openedAt, readAt, confirmedAt }) => {
    const steps = [
      ...(openedAt === null ? [] : [`${momentText(openedAt, now)} 打开`]),
      ...(readAt === null ? [] : [`${momentText(readAt, now)} 读完`]),
      ...(confirmedAt === null ? [] : [`${momentText(confirmedAt, now)} 确认`]),
    ];
    return `${name}：${steps.length === 0 ? '收到了' : steps.join('，')}`;
  });
}
