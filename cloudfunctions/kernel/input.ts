import type * as z from 'zod';
import { invalidFields } from './invalid-fields';

/**
 * Parses what came over the wire, once. Keys that the contract doesn't name are dropped, not refused: a phone may run a
 * newer version than the function. A wrong input throws INVALID_INPUT with a Chinese text for each field.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { error: inChinese });
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    if (path !== '') fields[path] ??= issue.message;
  }
  throw invalidFields(fields);
}

/** Texts for checks that carry none of their own in the contract; zod's Chinese locale speaks to programmers. */
function inChinese(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写这一项' : '格式不对，请重新填写';
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${issue.maximum} 个字`;
      return issue.origin === 'array' ? `最多 ${issue.maximum} 项` : `不能大于 ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? '请填写这一项' : `至少 ${issue.minimum} 个字`;
      return issue.origin === 'array' ? `至少 ${issue.minimum} 项` : `不能小于 ${issue.minimum}`;
    case 'invalid_value':
    case 'invalid_union':
      return '请从给出的选项里选择';
    default:
      return '格式不对，请重新填写';
  }
}
