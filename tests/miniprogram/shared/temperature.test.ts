import { HIGHEST_TEMPERATURE, LOWEST_TEMPERATURE } from '../../../cloudfunctions/contracts/health';
import {
  figureOf,
  HIGHEST,
  judge,
  type Key,
  LOWEST,
  pressKey,
  temperatureOf,
  temperatureText,
} from '../../../miniprogram/shared/temperature';

const typed = (...keys: Key[]) => keys.reduce((digits, key) => pressKey(digits, key), '');

describe('the keypad', () => {
  it.each<[Key[], string, string, number | null]>([
    [[], '', '--.-', null],
    [['3'], '3', '3', null],
    [['3', '6'], '36', '36.', null],
    [['3', '6', '7'], '367', '36.7', 36.7],
    [['3', '7', '0'], '370', '37.0', 37],
    [['3', '6', '7', '8'], '367', '36.7', 36.7],
    [['3', '6', '7', 'delete'], '36', '36.', null],
    [['3', '6', '7', 'delete', '9'], '369', '36.9', 36.9],
    [['delete'], '', '--.-', null],
    [['3', '6', '7', 'clear'], '', '--.-', null],
    [['3', '6', 'clear', '4', '0', '1'], '401', '40.1', 40.1],
  ])('%j makes %p, which reads %p', (keys, digits, figure, temperature) => {
    expect(typed(...keys)).toBe(digits);
    expect(figureOf(digits)).toBe(figure);
    expect(temperatureOf(digits)).toBe(temperature);
  });

  it('takes back any number of keys', () => {
    expect(typed('3', '6', '7', 'delete', 'delete', 'delete', 'delete')).toBe('');
  });
});

describe('what the digits say', () => {
  it.each([
    ['', 'empty'],
    ['3', 'typing'],
    ['9', 'typing'],
    ['36', 'typing'],
    ['30', 'typing'],
    ['43', 'typing'],
    ['29', 'impossible'],
    ['44', 'impossible'],
    ['00', 'impossible'],
    ['299', 'impossible'],
    ['300', 'low'],
    ['349', 'low'],
    ['350', 'normal'],
    ['372', 'normal'],
    ['373', 'high'],
    ['430', 'high'],
    ['431', 'impossible'],
  ])('%p is %s', (digits, verdict) => expect(judge(digits, 37.3)).toBe(verdict));

  it('follows the limit of the profile', () => {
    expect(judge('375', 37.3)).toBe('high');
    expect(judge('375', 38)).toBe('normal');
  });
});

it('reads with one decimal', () => expect(temperatureText(37)).toBe('37.0℃'));

it('refuses what the cloud would refuse', () =>
  expect([LOWEST, HIGHEST]).toEqual([LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE]));
