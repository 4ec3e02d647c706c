import type { TodayRow } from '../../../../cloudfunctions/contracts/observed';
import { MEASURES } from '../../../shared/labels';
import { isReadElsewhere, READ_ELSEWHERE } from '../../../shared/read-elsewhere';
import { momentText, timeText } from '../../../shared/dates';
import { shortPlace } from '../../../shared/places';
import { halfText } from '../../../shared/slot-words';
import { temperatureText } from '../../../shared/temperature';

type Tone = 'red' | 'amber' | 'brand' | 'green' | 'grey';

/** Somebody under observation as the list of people on duty shows them. */
export type TodayCard = {
  observationId: string;
  name: string;
  /** 柳溪村三组 · 居家隔离观察 第 5/14 天; once they are over, 居家隔离观察 天数满了，等解除 */
  note: string;
  /** How it stands, most urgent first, in words. */
  tags: { text: string; tone: Tone }[];
  /** 20:03 发过消息提醒 */
  chased: string;
  canReport: boolean;
  canCall: boolean;
};

export function todayCard(row: TodayRow, now: number): TodayCard {
  const { observationId, name, place, measure, day, days, nextSlot, chased, phoneMask } = row;
  return {
    observationId,
    name,
    note: `${shortPlace(place)} · ${MEASURES[measure]} ${day > days ? '天数满了，等解除' : `第 ${day}/${days} 天`}`,
    tags: tagsOf(row),
    chased:
      chased !== null && chased.slot === nextSlot?.slot
        ? `${momentText(chased.at, now)} ${chased.by === 'message' ? '发过消息提醒' : '到时间没报，没法发消息，请打电话'}`
        : '',
    canReport: nextSlot?.state === 'open' || nextSlot?.state === 'overdue',
    canCall: phoneMask !== null,
  };
}

function tagsOf({
  measure,
  openAlerts,
  missedInRow,
  nextSlot,
  current,
  testDue,
}: TodayRow): TodayCard['tags'] {
  const tags: TodayCard['tags'] = [];
  if (openAlerts > 0) tags.push({ text: '有异常没办结', tone: 'red' });
  if (missedInRow > 1) tags.push({ text: `连着 ${missedInRow} 次没报`, tone: 'red' });
  else if (missedInRow === 1) tags.push({ text: '上一次没报', tone: 'amber' });
  if (nextSlot?.state === 'overdue')
    tags.push({ text: `${halfText(nextSlot.slot)}没报，过了 ${timeText(nextSlot.dueAt)}`, tone: 'amber' });
  else if (nextSlot?.state === 'open') tags.push({ text: `${halfText(nextSlot.slot)}还没报`, tone: 'brand' });
  if (testDue) tags.push({ text: '该做核酸', tone: 'amber' });
  const reading = current?.reading;
  if (current && reading)
    tags.push({
      text: `${halfText(current.slot)} ${temperatureText(reading.temperature)}${reading.abnormal ? ' 异常' : ''}`,
      tone: reading.abnormal ? 'red' : 'green',
    });
  return tags.length > 0
    ? tags
    : [{ text: isReadElsewhere(measure) ? READ_ELSEWHERE : '现在不用报', tone: 'grey' }];
}

export type Tab = 'due' | 'escalated' | 'all';
export const TABS: readonly { value: Tab; text: string }[] = [
  { value: 'due', text: '要报的' },
  { value: 'escalated', text: '连着没报' },
  { value: 'all', text: '全部' },
];
export const isTab = (tab: string | undefined): tab is Tab => TABS.some(({ value }) => value === tab);

/** What a tab asks the cloud for. */
export const onlyOf = (tab: Tab): { dueOnly?: boolean; escalatedOnly?: boolean } =>
  tab === 'due' ? { dueOnly: true } : tab === 'escalated' ? { escalatedOnly: true } : {};

/** 5 人; while there are more pages, 20 人以上. */
export const countText = (cards: readonly TodayCard[], hasMore: boolean): string =>
  hasMore ? `${cards.length} 人以上` : `${cards.length} 人`;

export const EMPTY: Readonly<Record<Tab, { title: string; text: string }>> = {
  due: { title: '这一次都报齐了', text: '到了早上、晚上该报的时候，没报的人会出现在这里。' },
  escalated: { title: '没有连着没报的', text: '连着两次没报的人会出现在这里，请打电话或上门问一问。' },
  all: { title: '现在没有人在观察', text: '来返人员核实以后，要观察的人会出现在这里。' },
};
