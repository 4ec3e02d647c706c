import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';

const key = () => randomBytes(32).toString('base64');
const environment = { CUNAN_SEALING_KEY: key(), CUNAN_INDEX_KEY: key() };
const vault = vaultOf(environment);

test('whatever is sealed opens again, and stands nowhere in the sealed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
      const sealed = vault.seal('address', value);
      expect(sealed).toMatch(/^s1\.[\w-]+$/);
      expect(vault.open('address', sealed)).toBe(value);
      if (value.length > 8) expect(Buffer.from(sealed.slice(3), 'base64url').toString()).not.toContain(value);
    }),
  );
});

test('the same value sealed twice looks different, so that equal values do not show', () => {
  expect(vault.seal('phone', '13912346021')).not.toBe(vault.seal('phone', '13912346021'));
});

test('a sealed value that was copied into another field does not open', () => {
  expect(() => vault.open('papers', vault.seal('phone', '13912346021'))).toThrow('does not open');
});

test('a sealed value changed in any byte does not open', () => {
  const sealed = vault.seal('phone', '13912346021');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let i = 0; i < bytes.length; i += 1) {
    const changed = Buffer.from(bytes);
    changed[i]! ^= 1;
    expect(() => vault.open('phone', `s1.${changed.toString('base64url')}`)).toThrow('does not open');
  }
});

test.each(['', 's1.', 's1.AAAA', 's2.AAAA', '13912346021', 'null'])('%j is no sealed value', (text) => {
  expect(() => vault.open('phone', text)).toThrow('does not open');
});

test('the text of the error holds nothing of the value', () => {
  const sealed = vault.seal('phone', '13912346021');
  expect(() => vault.open('papers', sealed)).not.toThrow(sealed);
});

describe('the blind index', () => {
  test.each([
    ['51012319800101242x', '51012319800101242X'],
    ['510123 19800101 242X', '51012319800101242X'],
    ['５１０１２３１９８００１０１２４２Ｘ', '51012319800101242X'],
    ['139-1234-6021', '13912346021'],
  ])('%s and %s are the same number to it', (written, same) => {
    expect(vault.indexOf('papers', written)).toBe(vault.indexOf('papers', same));
  });

  test('tells numbers and fields apart, and depends on the key', () => {
    const index = vault.indexOf('papers', '13912346021');
    expect(vault.indexOf('papers', '13912346022')).not.toBe(index);
    expect(vault.indexOf('phone', '13912346021')).not.toBe(index);
    expect(vaultOf({ ...environment, CUNAN_INDEX_KEY: key() }).indexOf('papers', '13912346021')).not.toBe(
      index,
    );
  });
});

describe('a change of keys', () => {
  const changed = { ...environment, CUNAN_SEALING_KEY: key() };
  const sealedBefore = vault.seal('phone', '13912346021');

  test('values sealed before open while the old key is given', () => {
    const after = vaultOf({ ...changed, CUNAN_SEALING_KEY_OLD: environment.CUNAN_SEALING_KEY });
    expect(after.open('phone', sealedBefore)).toBe('13912346021');
    expect(vaultOf(changed).open('phone', after.seal('phone', '1'))).toBe('1');
  });

  test('and no longer without it', () => {
    expect(() => vaultOf(changed).open('phone', sealedBefore)).toThrow('does not open');
  });
});

describe('without proper keys nothing starts, and the message names the variable in both languages', () => {
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['too short', randomBytes(16).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['not base64', '!'.repeat(44)],
    ['cut', key().slice(0, -3)],
  ])('%s', (_, value) => {
    const open = () => vaultOf({ ...environment, CUNAN_SEALING_KEY: value });
    expect(open).toThrow(/environment variable CUNAN_SEALING_KEY/i);
    expect(open).toThrow(/环境变量 CUNAN_SEALING_KEY/);
  });
});
