import { calendarDate, dayText, daysBetween } from './dates';
import type { HandOverName, RoundStatusName } from './labels';

type Pickup = {
  way: 'pickup' | 'door';
  pointName: string | null;
  /** YYYY-MM-DD */
  date: string;
  from: string | null;
  until: string | null;
};
type Order = {
  status: 'placed' | 'cancelled';
  roundStatus: RoundStatusName;
  handOver: HandOverName;
  pickup: Pick<Pickup, 'way'> | null;
};
export type Tone = 'brand' | 'amber' | 'green' | 'grey' | 'red';

/** 今天, 明天 or 3月12日, of a calendar date. */
export function dayWords(date: string, now: number): string {
  const noon = `${date}T12:00:00+08:00`;
  const ahead = -daysBetween(noon, now);
  if (date === calendarDate(now)) return '今天';
  return ahead === 1 ? '明天' : ahead === -1 ? '昨天' : dayText(noon);
}

/** 9:00–9:30 */
export const hoursText = (from: string, until: string): string => `${hour(from)}–${hour(until)}`;
const hour = (time: string): string => time.replace(/^0/, '');

/** 文化广场，明天 9:00–9:30 */
export function pickupText({ way, pointName, date, from, until }: Pickup, now: number): string {
  const day = dayWords(date, now);
  if (way === 'door') return `${day}送到家门口`;
  const hours = from === null || until === null ? '' : ` ${hoursText(from, until)}`;
  return `${pointName ?? '领取点'}，${day}${hours}`;
}

/** What a household reads first of its order: the state it is in. */
export function orderState({ status, roundStatus, handOver, pickup }: Order): { text: string; tone: Tone } {
  if (roundStatus === 'cancelled') return { text: '这批取消了', tone: 'red' };
  if (status === 'cancelled') return { text: '已取消', tone: 'grey' };
  if (handOver === 'collected') return { text: '领了', tone: 'green' };
  if (handOver === 'left') return { text: '放门口了', tone: 'green' };
  if (handOver === 'noShow') return { text: '没去领，还能领', tone: 'amber' };
  switch (roundStatus) {
    case 'arrived':
    case 'distributing':
      return pickup?.way === 'door'
        ? { text: '到货了，等送上门', tone: 'brand' }
        : { text: '到货了，来领', tone: 'amber' };
    case 'closed':
    case 'purchasing':
      return { text: '正在备货', tone: 'brand' };
    case 'settled':
      return { text: '已结清', tone: 'grey' };
    default:
      return { text: '订好了', tone: 'green' };
  }
}

/** 蔬菜包 2 份、猪肉 1 份 */
export const linesText = (lines: readonly { name: string; ordered: number; unit: string }[]): string =>
  lines.map(({ name, ordered, unit }) => `${name} ${ordered} ${unit}`).join('、');
