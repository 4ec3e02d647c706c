import type { MeasureName } from '../../shared/labels';
import { MEASURES } from '../../shared/labels';
import { dayOfDate } from '../../shared/slot-words';

/** 居家隔离观察期满证明 */
export const titleOf = (measure: MeasureName): string => `${MEASURES[measure]}期满证明`;

/** 2022年3月26日, from 2022-03-26 or a moment. */
export const wholeDate = (date: string): string => `${date.slice(0, 4)}年${dayOfDate(date)}`;

/** 2月26日到 3月11日 */
export const span = (from: string, to: string): string => `${dayOfDate(from)}到 ${dayOfDate(to)}`;

/** What a certificate says of itself in one word, with the colour and the sign beside it. */
export const STATES = {
  valid: { word: '有效', tone: 'green', icon: 'check' },
  expired: { word: '已过期', tone: 'grey', icon: 'clock' },
  revoked: { word: '已作废', tone: 'red', icon: 'close' },
} as const;
export type StateName = keyof typeof STATES;
