import { chinaTime } from '../kernel/clock';

/** What WeChat takes in one field of words (`thing`). */
const MOST = 20;

/** Words for a field, cut to what WeChat takes. */
export const fieldOf = (text: string): string => Array.from(text).slice(0, MOST).join('');

/** A moment for a field of time. */
export const timeFieldOf = (moment: string | number): string =>
  chinaTime(moment).format('YYYY年MM月DD日 HH:mm');
