import { fenOf, yuan } from '../../../miniprogram/shared/money';

test.each([
  [0, '0'],
  [5, '0.05'],
  [2350, '23.5'],
  [8800, '88'],
  [11350, '113.5'],
  [-300, '-3'],
])('%i fen read as %s yuan', (fen, text) => {
  expect(yuan(fen)).toBe(text);
});

test.each([
  ['88', 8800],
  [' 23.5 ', 2350],
  ['23。50', 2350],
  ['0.05', 5],
  ['3.', 300],
  ['', null],
  ['1.234', null],
  ['-3', null],
  ['十元', null],
])('typed %j is %j fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
});
