import type { SlotChoice } from '../../../../cloudfunctions/contracts/index';
import { dayWords, hoursText, pickupText } from '../../../shared/order-words';

export type SlotRow = { slotId: string; hours: string; room: string; isMine: boolean };
/** Slots of one point on one day. */
export type SlotGroup = { key: string; title: string; slots: SlotRow[] };

export type SlotPage = {
  now: string;
  /** Why it can't be moved; empty when it can. */
  fixed: string;
  groups: SlotGroup[];
};

/** Slots with room by place and day, in the order of the day. `now`: epoch ms. */
export function slotPage({ pickup, slots, fixed }: SlotChoice, now: number): SlotPage {
  const groups = new Map<string, SlotGroup>();
  for (const { pointId, pointName, date, slotId, from, until, free, isMine } of slots) {
    if (free === 0 && !isMine) continue;
    const key = `${pointId} ${date}`;
    const group = groups.get(key) ?? { key, title: `${pointName}，${dayWords(date, now)}`, slots: [] };
    group.slots.push({
      slotId,
      hours: hoursText(from, until),
      room: isMine ? '现在的时间' : `还能来 ${free} 户`,
      isMine,
    });
    groups.set(key, group);
  }
  return {
    now: pickup === null ? '还没排' : pickupText(pickup, now),
    fixed: fixed ?? '',
    groups: [...groups.values()],
  };
}
