import * as z from 'zod';
import { AppError } from '../../../cloudfunctions/kernel/errors';
import { parseInput } from '../../../cloudfunctions/kernel/input';

const schema = z.object({
  name: z.string('请填写姓名').max(3, '姓名最多 3 个字'),
  note: z.string().max(5).optional(),
  people: z.array(z.object({ age: z.number().int().min(0) })).max(2),
  kind: z.enum(['a', 'b']),
});
const good = { name: '王芳', people: [], kind: 'a' };
const refusal = (input: unknown): AppError => {
  try {
    parseInput(schema, input);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was accepted');
};

test('keys that the contract does not name are dropped', () => {
  expect(parseInput(schema, { ...good, future: 1 })).toEqual(good);
});

test('a single mistake is the message; it stands beside its field', () => {
  expect(refusal({ ...good, name: '王芳芳芳' })).toMatchObject({
    code: 'INVALID_INPUT',
    message: '姓名最多 3 个字',
    fields: { name: '姓名最多 3 个字' },
  });
});

test('several mistakes are counted, each at its dotted path', () => {
  expect(refusal({ people: [{ age: 1 }, { age: -1 }], kind: 'c' })).toMatchObject({
    message: '有 3 处需要修改',
    fields: { name: '请填写姓名', 'people.1.age': '不能小于 0', kind: '请从给出的选项里选择' },
  });
});

test.each([undefined, null, 'text', 5, [], [good]])('%j is no form at all', (input) => {
  expect(refusal(input).code).toBe('INVALID_INPUT');
});

test('every text is Chinese, also where the contract has none', () => {
  for (const input of [
    {},
    { ...good, note: 'too long' },
    { ...good, people: [1, 2, 3] },
    { ...good, note: 7 },
  ]) {
    const { message, fields } = refusal(input);
    for (const text of [message, ...Object.values(fields ?? {})]) expect(text).toMatch(/^[^A-Za-z]+$/);
  }
});
