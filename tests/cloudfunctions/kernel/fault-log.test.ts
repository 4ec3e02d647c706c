import { DeploymentError } from '../../../cloudfunctions/kernel/environment';
import { describeFault } from '../../../cloudfunctions/kernel/fault-log';

test.each([
  'dup key: { phone: "13912346021" }',
  'Unexpected token, "王芳 51012319" is not valid JSON',
  'bad value 510123198001012428 for papers',
  '居民 王芳 不存在',
  'document with _id o6zAJszRf8-BN4kFTLBCsXnqk1aQ does not exist',
  'passport E1234567 unknown',
  '{"name":"John Smith","papers":"E1234567"',
])('nothing of a value in %j reaches the log', (message) => {
  const logged = describeFault(new Error(message)).split('\n')[0]!;
  for (const value of ['13912346021', '王芳', '51012319', 'John', 'o6zAJ', 'E1234567', '居民'])
    expect(logged).not.toContain(value);
});

test('what a programmer needs stays: kind, code, words, and where', () => {
  const fault = Object.assign(new TypeError("Cannot read properties of undefined (reading 'gridPath')"), {
    errCode: -502001,
  });
  const logged = describeFault(fault);
  expect(logged).toContain("TypeError -502001: Cannot read properties of undefined (reading 'gridPath')");
  expect(logged).toMatch(/\n\s+at .*fault-log\.test/);
});

test('a deployment error is shown whole, Chinese and all', () => {
  expect(describeFault(new DeploymentError('Missing X. 缺少 X'))).toBe('Missing X. 缺少 X');
});

test('a thrown text may be anything, so it is not shown', () => {
  expect(describeFault('王芳')).toBe('a thrown string');
});
