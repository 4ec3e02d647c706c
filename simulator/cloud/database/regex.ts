import { BSONRegExp } from 'bson';
import { requestFailed } from './refusals';
import { isNativeRegExp } from './values';

/** A usable RegExp from what a query carries: a pattern text with `$options`, or a regular expression value. */
export function regexFrom(pattern: unknown, options?: unknown): RegExp {
  if (options !== undefined && typeof options !== 'string') {
    throw requestFailed('$options has to be a string');
  }
  if (isNativeRegExp(pattern)) return build(pattern.source, options ?? pattern.flags);
  if (pattern instanceof BSONRegExp) return build(pattern.pattern, options ?? pattern.options);
  if (typeof pattern !== 'string') throw requestFailed('$regex has to be a string');
  return build(pattern, options ?? '');
}

/** PCRE's i, m and s mean the same in JavaScript; x (ignore white space) doesn't exist there. */
function build(source: string, flags: string): RegExp {
  const odd = Array.from(flags).find((flag) => !'imsu'.includes(flag));
  if (odd !== undefined) throw requestFailed(`invalid flag in regex options: ${odd}`);
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${String(error)}`);
  }
}
