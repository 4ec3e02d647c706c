import * as fc from 'fast-check';
import {
  afterEdit,
  fromRuns,
  phrasesOf,
  runsOf,
  type Span,
  toggled,
} from '../../../../miniprogram/packages/publishing/write/bold';

const TEXT = '居家观察的人不要出门，村医上门采样。';
/** What is bold of a text, as one sees it. */
const boldOf = (text: string, bold: readonly Span[]): string[] =>
  bold.map(([start, end]) => text.slice(start, end));
const press = (text: string, bold: readonly Span[], phrase: string): Span[] =>
  toggled(
    bold,
    phrasesOf(text, bold).find((one) => one.text === phrase)!,
  );

test('what stands between punctuation can be made bold by one tap, and plain by another', () => {
  expect(phrasesOf(TEXT, []).map(({ text }) => text)).toEqual(['居家观察的人不要出门', '村医上门采样']);
  const bold = press(TEXT, [], '村医上门采样');
  expect(boldOf(TEXT, bold)).toEqual(['村医上门采样']);
  expect(press(TEXT, bold, '村医上门采样')).toEqual([]);
});

test('a part of what was bold made plain leaves the rest bold', () => {
  expect(boldOf(TEXT, press(TEXT, [[0, TEXT.length]], '村医上门采样'))).toEqual([
    '居家观察的人不要出门，',
    '。',
  ]);
});

test.each([
  ['typed before it', '请' + TEXT, ['村医上门采样']],
  ['typed behind it', TEXT + '谢谢。', ['村医上门采样']],
  ['typed into it', TEXT.replace('上门', '马上上门'), ['村医马上上门采样']],
  ['a part cut away', TEXT.replace('上门', ''), ['村医采样']],
  ['cut away altogether', TEXT.replace('村医上门采样', ''), []],
  ['all cut away', '', []],
])('what is bold stays bold with something %s', (_, after, expected) => {
  const bold = press(TEXT, [], '村医上门采样');
  expect(boldOf(after, afterEdit(bold, TEXT, after))).toEqual(expected);
});

const piece = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '。', ' '), maxLength: 12 });
const run = fc.record({ text: piece.filter((text) => text !== ''), bold: fc.boolean() });

test('whatever is bold, the runs say the same text and come back as the same spans', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
      const { text, bold } = fromRuns(runs);
      const written = runsOf(text, bold);
      expect(written.map((one) => one.text).join('')).toBe(text);
      expect(fromRuns(written)).toEqual({ text, bold });
    }),
  );
});

test('however a text is changed, what is bold stays inside of it, in order, and was bold or was typed just there', () => {
  fc.assert(
    fc.property(
      fc.array(run, { maxLength: 6 }),
      fc.nat(60),
      fc.nat(60),
      piece,
      (runs, from, length, typed) => {
        const { text, bold } = fromRuns(runs);
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const after = text.slice(0, start) + typed + text.slice(end);
        const spans = afterEdit(bold, text, after);
        const flat = spans.flat();
        expect([...flat].sort((a, b) => a - b)).toEqual(flat);
        expect(flat.every((place) => place >= 0 && place <= after.length)).toBe(true);
        const size = (of: readonly Span[]) => of.reduce((sum, [a, b]) => sum + b - a, 0);
        expect(size(spans)).toBeLessThanOrEqual(size(bold) + typed.length);
        if (typed === '' && length === 0) expect(spans).toEqual(bold);
      },
    ),
  );
});
