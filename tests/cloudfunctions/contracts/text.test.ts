import { words } from '../../../cloudfunctions/contracts/text';

const address = words('住址', { min: 2, max: 6 });
const messageFor = (value: unknown): string | undefined => address.safeParse(value).error?.issues[0]?.message;

it.each([
  ['12 号', '12 号'],
  ['  大槐树旁 ', '大槐树旁'],
  ['3-2𠮷', '3-2𠮷'],
  ['三组\n5 号', '三组 5 号'],
  ['\u300012\u3000号', '12 号'],
])('%j is written down as %j', (written, kept) => {
  expect(address.parse(written)).toBe(kept);
});

it.each([
  [undefined, '请填写住址'],
  ['1', '住址至少 2 个字'],
  ['一二三四五六七', '住址最多 6 个字'],
  ['12\u0000号', '住址里有看不见的符号，请删掉重写'],
  ['12\u202e号', '住址里有看不见的符号，请删掉重写'],
  ['12\u200b号', '住址里有看不见的符号，请删掉重写'],
])('%j is refused: %s', (written, message) => {
  expect(messageFor(written)).toBe(message);
});
