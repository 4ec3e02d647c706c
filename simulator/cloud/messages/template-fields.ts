const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const DAY = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})`;
const span = (moment: string): RegExp => new RegExp(`^${moment}(~${moment})?$`);

/** Characters as WeChat counts them: a rare Chinese character outside the basic plane is one. */
const length = (text: string): number => Array.from(text).length;

/** WeChat's limits for the values of a subscription message, by the kind that starts the field's name. */
const kinds: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[a-z]{1,32}$/i.test(value),
  symbol: (value) => length(value) <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => span(`(${DAY} ?)?${CLOCK}`).test(value),
  date: (value) => span(`${DAY}( ?${CLOCK})?`).test(value),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z\d][A-Z\d]{4,6}[\p{Script=Han}A-Z\d]$/u.test(value),
  name: (value) => (/\p{Script=Han}/u.test(value) ? length(value) <= 10 : /^[^\d]{1,20}$/.test(value)),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: (value) => length(value) <= 20,
};

/** Whether WeChat would take `value` for the template field `name` (`thing1`, `time2`, …). */
export function fits(name: string, value: string): boolean {
  const kind = /^([a-z_]+)\d+$/.exec(name)?.[1];
  const rule = kind === undefined ? undefined : kinds[kind];
  return rule !== undefined && value.trim() !== '' && rule(value);
}
