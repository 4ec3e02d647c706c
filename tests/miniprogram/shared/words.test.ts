import { PersonName } from '../../../cloudfunctions/contracts/person';
import { words } from '../../../cloudfunctions/contracts/text';
import { oneLine, wrongName, wrongWords } from '../../../miniprogram/shared/words';

const LIMITS = { min: 2, max: 6 };
const contract = words('住址', LIMITS);

describe('wrongWords says what the contract says', () => {
  it.each(['1', '12 号', ' 12\n号 ', '一二三四五六七', '12\u202e号', '12\u200b号', '12\t号'])(
    'about %j',
    (text) => {
      const parsed = contract.safeParse(text);
      expect(wrongWords(text, '住址', LIMITS)).toBe(parsed.error?.issues[0]?.message ?? '');
    },
  );

  it('asks for an answer where there is none', () =>
    expect(wrongWords('  ', '住址', LIMITS)).toBe('请填写住址'));

  it('lets an answer be left out where it may', () =>
    expect(wrongWords('', '户口所在地', { min: 0, max: 60 })).toBe(''));
});

it('makes one line of what was written', () => expect(oneLine(' 12 号\n\n大槐树旁 ')).toBe('12 号 大槐树旁'));

it.each(['周平', '阿卜杜·热合曼', "Mary O'Neil-Smith", '周平1', '周<平>', '字'.repeat(31), ''])(
  'judges the name "%s" as the contract does',
  (name) => expect(wrongName(name)).toBe(PersonName.safeParse(name).error?.issues[0]?.message ?? ''),
);
