import type { Distribution } from '../../../../cloudfunctions/contracts/supplies';
import { wrongWords } from '../../../shared/words';

/** A pickup point as somebody thinks of it: from nine to eleven, half an hour each, thirty households. */
export type PointForm = {
  pointId: string;
  name: string;
  address: string;
  date: string;
  from: string;
  until: string;
  minutes: string;
  capacity: string;
};

export const MINUTES = ['15', '20', '30', '60'].map((value) => ({ value, text: `${value} 分钟` }));

const MINUTES_A_DAY = 24 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A point with a number that no other has, on the day on which the goods come. */
export function newPoint(points: readonly PointForm[], date: string): PointForm {
  const used = points.map(({ pointId }) => Number(pointId.slice(1)) || 0);
  return {
    pointId: `p${Math.max(0, ...used) + 1}`,
    name: '',
    address: '',
    date,
    from: '09:00',
    until: '11:00',
    minutes: '30',
    capacity: '20',
  };
}

/** The slots of a point; a rest that is shorter than a slot is left out. */
export function slotsOf({ pointId, date, from, until, minutes, capacity }: PointForm): Distribution['slots'] {
  const length = Number(minutes);
  const slots: Distribution['slots'] = [];
  const end = Math.min(minutesOf(until), MINUTES_A_DAY - 1);
  for (let start = minutesOf(from); start + length <= end; start += length)
    slots.push({
      slotId: `${pointId}-${slots.length + 1}`,
      pointId,
      date,
      from: timeOf(start),
      until: timeOf(start + length),
      capacity: Number(capacity),
    });
  return slots;
}

/** The same turned round, for a draft that is changed. */
export const pointForms = ({ points, slots, doorDate }: Distribution): PointForm[] =>
  points.map(({ pointId, name, address }) => {
    const own = slots.filter((slot) => slot.pointId === pointId).sort((a, b) => (a.from < b.from ? -1 : 1));
    const [first, last] = [own[0], own[own.length - 1]];
    return {
      pointId,
      name,
      address,
      date: first?.date ?? doorDate,
      from: first?.from ?? '09:00',
      until: last?.until ?? '11:00',
      minutes: first ? String(minutesOf(first.until) - minutesOf(first.from)) : '30',
      capacity: String(first?.capacity ?? 20),
    };
  });

/** 4 个时段，一共能领 80 户 */
export function pointText(point: PointForm): string {
  const count = slotsOf(point).length;
  const room = count * Number(point.capacity);
  return count === 0 || Number.isNaN(room) ? '' : `${count} 个时段，一共能领 ${room} 户`;
}

export function wrongInPoint(point: PointForm): Record<string, string> {
  const isRoom = /^[1-9]\d{0,2}$/.test(point.capacity);
  return {
    name: wrongWords(point.name, '领取点', { max: 20 }),
    address: wrongWords(point.address, '在哪里', { min: 0, max: 40 }),
    times:
      point.date === ''
        ? '请选择日期'
        : slotsOf(point).length === 0
          ? '这段时间不够一个时段，请把结束往后改'
          : '',
    capacity: isRoom ? '' : '填 1 到 999 之间的户数',
  };
}
