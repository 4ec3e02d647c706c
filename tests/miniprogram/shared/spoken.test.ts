import fc from 'fast-check';
import { asPhoneNumber, cardinal, digitByDigit } from '../../../miniprogram/shared/spoken-figures';
import { spokenNumbers } from '../../../miniprogram/shared/spoken-numbers';
import { spokenSentences, type Spoken } from '../../../miniprogram/shared/spoken';

test.each([
  ['明天 7:00–11:00', '明天七点到十一点'],
  ['14:00-17:05', '下午两点到五点零五分'],
  ['今天下午 14:30', '今天下午两点半'],
  ['11:00–13:00', '十一点到下午一点'],
  ['20:00', '晚上八点'],
  ['０８：３０ 集合', '八点半集合'],
  ['3月12日', '三月十二日'],
  ['3月12日–14日', '三月十二日到十四日'],
  ['2026-11-20', '二零二六年十一月二十日'],
  ['2022 年 3 月', '二零二二年三月'],
  ['青防办〔2022〕14 号', '青防办二零二二年第十四号'],
  ['体温 37.3℃ 以上', '体温三十七点三度以上'],
  ['37.0°C', '三十七度'],
  ['-5℃', '零下五度'],
  ['36.1~37.2℃', '三十六点一到三十七点二度'],
  ['13800001234', '幺三八零零零零幺二三四'],
  ['0833-255 1234', '零八三三二五五幺二三四'],
  ['拨打 120', '拨打幺二零'],
  ['120 元', '一百二十元'],
  ['第 120 户', '第一百二十户'],
  ['12345 热线', '幺二三四五热线'],
  ['1,200 元', '一千二百元'],
  ['3.5 元/斤', '三点五元每斤'],
  ['95%', '百分之九十五'],
  ['N95 口罩', 'N九五口罩'],
  ['3-1-2 室', '三杠一杠二室'],
  ['2–3 天', '两到三天'],
  ['2 户、2 组、2 月 2 号、第 2 次', '两户、二组、二月二号、第二次'],
  ['105 户', '一百零五户'],
  ['10000 人', '一万人'],
  ['20 kg', '二十公斤'],
  ['满 60 岁', '满六十岁'],
])('%s is read %s', (written, said) => {
  expect(spokenNumbers(written)).toBe(said);
});

/** What a listener would write down: the number that was said. */
function heard(said: string): number {
  const digits = '零一二三四五六七八九';
  const units: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
  let [total, group, digit] = [0, 0, 0];
  for (const [sign] of said.replace(/两/g, '二').replace(/^十/, '一十').matchAll(/./gu)) {
    if (digits.includes(sign)) digit = digits.indexOf(sign);
    else if (sign in units) {
      group += digit * units[sign]!;
      digit = 0;
    } else {
      total += (group + digit) * (sign === '万' ? 10_000 : 100_000_000);
      [group, digit] = [0, 0];
    }
  }
  return total + group + digit;
}

test('whoever hears a number writes down the same one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
      expect(heard(cardinal(String(number)))).toBe(number);
    }),
    { numRuns: 2_000 },
  );
});

test('a number is said without a needless word: no 零 at its end, never two in a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
      expect(cardinal(String(number))).not.toMatch(/零零|零$|零[十百千万亿]|^零/);
    }),
  );
});

test('a telephone number keeps each of its digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9]\d{9}$/), (phone) => {
      const said = asPhoneNumber(phone);
      expect(said).toHaveLength(11);
      expect(said.replace(/幺/g, '一')).toBe(digitByDigit(phone));
      expect(spokenNumbers(`请打 ${phone}`)).toBe(`请打${said}`);
    }),
  );
});

test('every time of day is said with its hour and minute', () => {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const [hour, rest] = [Math.floor(minute / 60), minute % 60];
    const said = spokenNumbers(`${hour}:${String(rest).padStart(2, '0')}`);
    const [, part = '', hourWords = '', rests = ''] = /^(下午|晚上)?(.+?)点(.*)$/.exec(said) ?? [];
    expect(heard(hourWords) + (part === '' ? 0 : 12)).toBe(hour);
    expect(rests === '半' ? 30 : rests === '' ? 0 : heard(rests.replace('分', ''))).toBe(rest);
  }
});

test('no figure is left in anything that is read aloud', () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      '明天',
      '第',
      '元',
      '户',
      '℃',
      ' ',
      '-',
      '–',
      ':',
      '：',
      '.',
      ',',
      '/',
      '年',
      '月',
      '日',
      '号',
      '〔',
      '〕',
      'A',
      '①',
      '%',
    ),
    fc.integer({ min: 0, max: 99_999 }).map(String),
    fc.stringMatching(/^[0-9０-９]{1,30}$/),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(spokenNumbers(parts.join(''))).not.toMatch(/[0-9０-９①-⑳]/);
    }),
    { numRuns: 1_000 },
  );
});

const notice = (changes: Partial<Spoken> = {}): Spoken => ({
  kind: 'notice',
  title: '打疫苗',
  facts: [{ label: 'when', text: '明天 8:00–11:00' }],
  body: [
    { type: 'heading', text: '哪些人来' },
    {
      type: 'paragraph',
      runs: [{ text: '满 3 岁的都来（带' }, { text: '身份证' }, { text: '）。不要空腹！' }],
    },
    { type: 'list', items: ['量体温', '登记'] },
    { type: 'table', header: ['组', '时间'], rows: [['三组', '8:00']] },
    { type: 'picture', caption: '卫生室门口' },
  ],
  source: { organisation: '柳溪村村委会', date: '2026-11-20' },
  ...changes,
});

test('a notice is read in whole sentences: what, who says so, the facts, then the text', () => {
  expect(spokenSentences(notice())).toEqual([
    '打疫苗。',
    '柳溪村村委会，二零二六年十一月二十日发布。',
    '时间，明天八点到十一点。',
    '哪些人来。',
    '满三岁的都来，带身份证。',
    '不要空腹。',
    '第一，量体温。',
    '第二，登记。',
    '组，三组，时间，八点。',
    '图片，卫生室门口。',
  ]);
});

test('that it is urgent, withdrawn or corrected is said first', () => {
  expect(spokenSentences(notice({ kind: 'urgent' }))[0]).toBe('紧急通知。');
  expect(spokenSentences(notice({ withdrawn: { reason: '时间写错了' } })).slice(0, 2)).toEqual([
    '注意，这条通知已经撤回，不要照着做。',
    '原因是时间写错了。',
  ]);
  expect(spokenSentences(notice({ status: 'corrected' }))[0]).toContain('已经更正');
});

test('nothing that only eyes need is read: no brackets, no double stops, no empty sentence', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[一二，。！（）「」；：1 2:0·\n]{0,40}$/u), (text) => {
      for (const sentence of spokenSentences(notice({ body: [{ type: 'paragraph', runs: [{ text }] }] }))) {
        expect(sentence).toMatch(/^[^。]+。$/u);
        expect(sentence).not.toMatch(/[（）「」：\d]|，，|，。/u);
      }
    }),
  );
});
