import { asPhoneNumber, cardinal, decimal, digitByDigit } from './spoken-figures';
import { sayDate, sayTimes } from './spoken-times';

/** What is counted: before it 2 is 两. Months, days, floors and teams are numbered instead: 二月, 二组. */
const COUNTED =
  /^\s*(?:个|天|户|人|位|名|次|点|小时|分钟|份|斤|公斤|米|公里|张|条|只|件|袋|箱|瓶|盒|家|周|年|遍|针|剂|里|吨|升|块|元|亩|辆|趟|桶|包)/u;
const NUMBERED =
  /^\s*(?:余|多|几|号|组|岁|度|月|日|分|秒|楼|层|栋|幢|室|路|村|万|亿|克|厘米|平方|毫|角|[%％‰℃°])/u;

/** What stands before and behind a match, for older phones' regular expressions can't look back. */
type Found = { words: string; parts: readonly string[]; before: string; behind: string };
/** What is said instead, or undefined when it is no such thing after all. */
type Rule = readonly [pattern: RegExp, say: (found: Found) => string | undefined];

const isFreeStanding = ({ before, behind }: Found): boolean =>
  !/\d[.:,-]?$/.test(before) && !/^[.:,-]?\d/.test(behind);
const isQuantity = ({ behind }: Found): boolean => COUNTED.test(behind) || NUMBERED.test(behind);
const asPhone = ({ words }: Found): string => asPhoneNumber(words.replace(/\D/g, ''));

/** In this order, for what a rule has said holds no figures any more: the longer and surer things come first. */
const RULES: readonly Rule[] = [
  // 〔2022〕14 号
  [
    /[〔[(（]((?:19|20)\d{2})[〕\])）]\s*第?\s*(\d{1,6})\s*号/gu,
    ({ parts: [year = '', number = ''] }) => `${digitByDigit(year)}年第${cardinal(number)}号`,
  ],
  // 2026-11-20
  [
    /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/gu,
    (found) => (isFreeStanding(found) ? sayDate(found.parts) : undefined),
  ],
  // 2026年3月, 2026 年
  [
    /(\d{4})\s*年/gu,
    ({ parts: [year = ''], before }) => (/\d[.,]?$/.test(before) ? undefined : `${digitByDigit(year)}年`),
  ],
  // 7:00–11:00, 14:05
  [
    /([01]?\d|2[0-4]):([0-5]\d)(?:\s*[-–—~～至到]\s*([01]?\d|2[0-4]):([0-5]\d))?/gu,
    (found) => (isFreeStanding(found) ? sayTimes(found.parts, found.before) : undefined),
  ],
  // 0833-255 1234, 400-820-1234, 138 0000 0000
  [
    /0\d{2,3}[- ]?\d{3,4}[- ]?\d{4}|400[- ]?\d{3}[- ]?\d{4}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}/gu,
    (found) => (isFreeStanding(found) ? asPhone(found) : undefined),
  ],
  // 120, 12345, 95598: the hotlines
  [
    /1(?:10|19|20|22)|12\d{3}|9[56]\d{3}/gu,
    (found) =>
      isFreeStanding(found) && !isQuantity(found) && !/第\s*$/u.test(found.before)
        ? asPhone(found)
        : undefined,
  ],
  // 37.3℃, 36.0–37.2℃, -5℃
  [
    /(-)?(\d+(?:\.\d+)?)(?:\s*[-–—~～至到]\s*(\d+(?:\.\d+)?))?\s*(?:℃|°C)/gu,
    ({ parts: [below = '', from = '', until = ''] }) =>
      `${below === '' ? '' : '零下'}${degrees(from)}${until === '' ? '' : `到${degrees(until)}`}度`,
  ],
  [/(\d+(?:\.\d+)?)\s*[%％]/gu, ({ parts: [figure = ''] }) => `百分之${decimal(figure)}`],
  [/(\d+(?:\.\d+)?)\s*‰/gu, ({ parts: [figure = ''] }) => `千分之${decimal(figure)}`],
  // N95, A4, H1N1
  [/([A-Za-z])-?(\d+)/gu, ({ parts: [letter = '', digits = ''] }) => letter + digitByDigit(digits)],
  // 3-1-2: a door
  [/\d+(?:-\d+){2,}/gu, ({ words }) => words.split('-').map(cardinal).join('杠')],
  // 3–5 天
  [
    /(\d+(?:\.\d+)?)\s*[-–—~～]\s*(\d+(?:\.\d+)?)/gu,
    ({ parts: [from = '', until = ''], behind }) => `${amount(from, behind)}到${amount(until, behind)}`,
  ],
  // 1,200 and every other figure
  [
    /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu,
    ({ words, before, behind }) => amount(words, /第\s*$/u.test(before) ? '' : behind),
  ],
];

/** What is said for signs that stand beside spoken figures. */
const UNITS: Readonly<Record<string, string>> = {
  kg: '公斤',
  km: '公里',
  ml: '毫升',
  cm: '厘米',
  mm: '毫米',
  m: '米',
  g: '克',
};
const FIGURES = '零一二三四五六七八九十百千万亿两';

/** A text with its numbers spelled out as they are read aloud. No figure is left in it. */
export function spokenNumbers(text: string): string {
  let said = text
    .replace(/[０-９①-⑳]/gu, (figure) => figure.normalize('NFKC'))
    .replace(/(\d)：(?=\d\d)/gu, '$1:');
  for (const [pattern, say] of RULES)
    said = said.replace(pattern, (words: string, ...rest: (string | number | undefined)[]) => {
      const offset = Number(rest[rest.length - 2]);
      const whole = String(rest[rest.length - 1]);
      const parts = rest.slice(0, -2).map((part) => String(part ?? ''));
      const around = { before: whole.slice(0, offset), behind: whole.slice(offset + words.length) };
      return say({ words, parts, ...around }) ?? words;
    });
  return said
    .replace(/([年月日号点半分])\s*[-–—~～]+\s*(?=[\p{Script=Han}])/gu, '$1到')
    .replace(/(元|角|块)\s*\/\s*(?=\p{Script=Han})/gu, '$1每')
    .replace(
      new RegExp(`([${FIGURES}])\\s*(${Object.keys(UNITS).join('|')})(?![A-Za-z])`, 'giu'),
      (_, figure: string, unit: string) => figure + (UNITS[unit.toLowerCase()] ?? unit),
    )
    .replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1');
}

/** 两 of what is counted, 二 of what is numbered. */
const amount = (figure: string, behind: string): string =>
  figure === '2' && COUNTED.test(behind) ? '两' : decimal(figure);

/** 37.0 is 三十七. */
const degrees = (figure: string): string => decimal(figure.replace(/\.0+$/, ''));
