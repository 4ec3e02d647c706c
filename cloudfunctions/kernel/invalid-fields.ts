import { AppError } from './errors';

/** The refusal of a form that is well formed but wrong: input path → what to say beside that field. Same words as a contract's. */
export function invalidFields(fields: Readonly<Record<string, string>>): AppError {
  const messages = Object.values(fields);
  const [only = '提交的内容不对，请重试'] = messages;
  return new AppError(
    'INVALID_INPUT',
    messages.length > 1 ? `有 ${messages.length} 处需要修改` : only,
    fields,
  );
}
