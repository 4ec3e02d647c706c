import { momentText, type Moment } from './dates';

export type CutOff = {
  /** 今天 18:00 */
  when: string;
  /** 50 分钟; said when it is under three hours, else empty. */
  left: string;
  isOver: boolean;
};

const MINUTE = 60_000;
const SAID_UNDER_MINUTES = 180;

/** A round's cut-off as one reads it. Minutes that are begun count: 1 分钟 until the last second. */
export function cutOff(closesAt: string, now: Moment): CutOff {
  const remaining = Date.parse(closesAt) - (typeof now === 'number' ? now : Date.parse(now));
  const minutes = Math.ceil(remaining / MINUTE);
  const isOver = remaining <= 0;
  return {
    when: momentText(closesAt, now),
    left: isOver || minutes >= SAID_UNDER_MINUTES ? '' : durationText(minutes),
    isOver,
  };
}

function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].join(' ').trim();
}
