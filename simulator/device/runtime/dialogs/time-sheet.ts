import { createWheel } from './wheel';
import { openWheelSheet } from './wheel-sheet';

export interface TimeSheetOptions {
  title: string;
  /** HH:mm; empty for 00:00. */
  value: string;
  start: string;
  end: string;
}

/** A time of day from wheels of hours and minutes, as HH:mm; a time outside the limits becomes the nearest inside. */
export async function openTimeSheet({
  title,
  value,
  start,
  end,
}: TimeSheetOptions): Promise<string | undefined> {
  const first = minutesOf(start) ?? 0;
  const last = minutesOf(end) ?? 23 * 60 + 59;
  const at = Math.max(first, Math.min(last, minutesOf(value) ?? first));
  const firstHour = Math.floor(first / 60);
  const hours = numbers(firstHour, Math.floor(last / 60));
  const hour = createWheel(
    hours.map((number) => `${number}时`),
    Math.floor(at / 60) - firstHour,
    () => undefined,
  );
  const minute = createWheel(
    numbers(0, 59).map((number) => `${number}分`),
    at % 60,
    () => undefined,
  );
  if (!(await openWheelSheet(title || '选择时间', [hour, minute]))) return undefined;
  const wanted = (firstHour + hour.index()) * 60 + minute.index();
  const inside = Math.max(first, Math.min(last, wanted));
  return `${pad(Math.floor(inside / 60))}:${pad(inside % 60)}`;
}

function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => pad(from + index));
const pad = (value: number): string => String(value).padStart(2, '0');
