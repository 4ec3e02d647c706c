const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const MYRIADS = ['', '万', '亿'];
/** Beyond this nobody says a number as a number. */
const LONGEST = 12;

/** One digit after the other, for years and what is written on boxes: 2022 → 二零二二. */
export const digitByDigit = (digits: string): string =>
  digits.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '');

/** As telephone numbers are said, where 一 could be heard as 七: 12345 → 幺二三四五. */
export const asPhoneNumber = (digits: string): string => digitByDigit(digits).replace(/一/g, '幺');

/** A whole number as it is said: 12 → 十二, 105 → 一百零五, 20000 → 两万. With zeros in front, or too long, digit by digit. */
export function cardinal(digits: string): string {
  if (digits.length > LONGEST || /^0\d/.test(digits)) return digitByDigit(digits);
  if (digits === '0') return '零';
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  let said = '';
  let gap = false;
  groups.forEach((group, at) => {
    const value = Number(group);
    if (value === 0) {
      gap = said !== '';
      return;
    }
    // A gap, or a group that does not fill its four places, is told by one 零.
    if (said !== '' && (gap || value < 1_000)) said += '零';
    gap = false;
    said += thousands(String(value)) + (MYRIADS[groups.length - 1 - at] ?? '');
  });
  return said.replace(/^一十/, '十').replace(/^二(?=[千万亿])/, '两');
}

/** 1 to 9999. */
function thousands(digits: string): string {
  let said = '';
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(at));
    if (digit !== 0) said += (DIGITS[digit] ?? '') + (PLACES[digits.length - 1 - at] ?? '');
    else if (!said.endsWith('零')) said += '零';
  }
  return said.replace(/零$/, '');
}

/** With its decimals, each of them said: 37.3 → 三十七点三. */
export function decimal(figure: string): string {
  const [whole = '', part = ''] = figure.replace(/,/g, '').split('.');
  return part === '' ? cardinal(whole) : `${cardinal(whole)}点${digitByDigit(part)}`;
}
