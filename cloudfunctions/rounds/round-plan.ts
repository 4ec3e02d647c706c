import { addDays } from '../../miniprogram/shared/slots';
import type { RoundForm } from '../contracts/rounds';
import type { Distribution, RoundItem } from '../contracts/supplies';
import { chinaTime, toCalendarDate, toTimestamp } from '../kernel/clock';
import type { ItemDocument } from '../catalogue/item.document';

type Plan = Pick<RoundForm, 'opensAt' | 'closesAt' | 'distribution'>;
type Faults = Record<string, string>;

const DAY_MS = 24 * 3_600_000;
/** A round that nobody can remember having ordered in is no help. */
const LONGEST_DAYS = 30;

/** What is wrong with the times and places of a round, beside each field; nothing when it can be opened. `now` in epoch ms. */
export function planFaults({ opensAt, closesAt, distribution }: Plan, now: number): Faults {
  const faults: Faults = {};
  const cutOff = Date.parse(closesAt);
  const opens = opensAt === null ? now : Date.parse(opensAt);
  if (opensAt !== null && opens <= now) faults.opensAt = '开团时间已经过了，请往后改';
  if (cutOff <= now) faults.closesAt = '截止时间已经过了，请往后改';
  else if (cutOff <= opens) faults.closesAt = '截止要在开团之后，请往后改';
  else if (cutOff > now + LONGEST_DAYS * DAY_MS)
    faults.closesAt = `截止最多在 ${LONGEST_DAYS} 天以内，请往前改`;
  return { ...faults, ...distributionFaults(distribution, closesAt) };
}

function distributionFaults({ points, slots, doorDate }: Distribution, closesAt: string): Faults {
  const faults: Faults = {};
  const cutOff = chinaTime(closesAt);
  if (doorDate < toCalendarDate(cutOff)) faults['distribution.doorDate'] = '送上门要在截止以后，请往后改';
  points.forEach(({ pointId, name }, position) => {
    const at = `distribution.points.${position}.name`;
    if (points.findIndex((point) => point.pointId === pointId) !== position)
      faults[at] = '这个领取点写了两次，请删掉一个';
    else if (!slots.some((slot) => slot.pointId === pointId))
      faults[at] = `${name}还没有领取时段，请加一个，或者删掉这个领取点`;
  });
  slots.forEach((slot, position) => {
    const at = (field: string): string => `distribution.slots.${position}.${field}`;
    if (!points.some(({ pointId }) => pointId === slot.pointId))
      faults[at('pointId')] = '这个时段没有领取点，请重新选';
    else if (slot.until <= slot.from) faults[at('until')] = '结束要晚于开始，请往后改';
    else if (Date.parse(`${slot.date}T${slot.from}:00+08:00`) <= cutOff.valueOf())
      faults[at('from')] = '领取要在截止以后，请往后改';
    else if (slots.slice(0, position).some((other) => clashes(slot, other)))
      faults[at('from')] = '和同一个领取点的另一个时段重叠了，请改时间';
    else if (slots.findIndex(({ slotId }) => slotId === slot.slotId) !== position)
      faults[at('slotId')] = '这个时段写了两次，请删掉一个';
  });
  return faults;
}

type Slot = Distribution['slots'][number];

const clashes = (one: Slot, other: Slot): boolean =>
  one.pointId === other.pointId &&
  one.date === other.date &&
  one.from < other.until &&
  other.from < one.until;

/**
 * The same plan so many whole days later that a round which opens at `at` still closes after that: the same hours, the same distance between
 * ordering and fetching. How 再来一批 and schedules make their dates.
 */
export function planFrom(
  plan: { opensAt: string; closesAt: string; distribution: Distribution },
  at: string,
): { closesAt: string; distribution: Distribution } {
  const dayOf = (moment: string): number =>
    Date.parse(`${toCalendarDate(chinaTime(moment))}T00:00:00Z`) / DAY_MS;
  const closesAfter = (days: number): string => toTimestamp(chinaTime(plan.closesAt).add(days, 'day'));
  let days = dayOf(at) - dayOf(plan.opensAt);
  while (Date.parse(closesAfter(days)) <= Date.parse(at)) days += 1;
  const { points, slots, doorDate } = plan.distribution;
  return {
    closesAt: closesAfter(days),
    distribution: {
      points,
      slots: slots.map((slot) => ({ ...slot, date: addDays(slot.date, days) })),
      doorDate: addDays(doorDate, days),
    },
  };
}

/** Items as a round offers them: what the catalogue says now, with the round's own limit and stock. Those that are no longer sold fall out. */
export const offeredItems = (
  wanted: readonly Pick<RoundItem, 'itemId' | 'limit' | 'stock'>[],
  catalogue: readonly ItemDocument[],
): RoundItem[] =>
  wanted.flatMap(({ itemId, limit, stock }) => {
    const item = catalogue.find(({ _id }) => _id === itemId);
    if (!item || item.retired) return [];
    const { name, unit, category, drugClass, photo, price } = item;
    return [
      { itemId, name, spec: specWithContents(item), unit, category, drugClass, photo, price, limit, stock },
    ];
  });

/** A bundle says what is in it, wherever it is shown: 「5 样：白菜 2 斤、土豆 3 斤」. */
export const specWithContents = ({ spec, contains }: Pick<ItemDocument, 'spec' | 'contains'>): string => {
  const contents = contains.map(({ name, amount }) => `${name} ${amount}`).join('、');
  return [spec, contents].filter((text) => text !== '').join('：');
};
