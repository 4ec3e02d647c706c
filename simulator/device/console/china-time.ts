const offset = 8 * 3_600_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment in China's time, for showing and for date and time inputs. */
export function chinaTime(time: number): { date: string; clock: string; words: string } {
  const at = new Date(time + offset);
  const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
  const weekday = weekdays[at.getUTCDay()] ?? '';
  const words = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日\n星期${weekday}`;
  return { date: at.toISOString().slice(0, 10), clock, words };
}

/** Epoch milliseconds of what a datetime-local input says, read as China's time. */
export const fromChinaInput = (text: string): number => Date.parse(`${text}:00+08:00`);

export function shortTime(time: number): string {
  const at = new Date(time + offset);
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${chinaTime(time).clock}`;
}
