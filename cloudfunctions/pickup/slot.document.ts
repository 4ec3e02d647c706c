export const ROUND_SLOTS = 'round_slots';

export const slotKeyOf = (roundId: string, slotId: string): string => `${roundId}:${slotId}`;

/** How full a pickup slot is; taken by conditional writes (`taken < capacity`), so it can't overflow. */
export type SlotDocument = {
  /** `<round>:<slot>` */
  _id: string;
  roundId: string;
  slotId: string;
  pointId: string;
  gridPath: string[];
  date: string;
  from: string;
  until: string;
  capacity: number;
  taken: number;
};
