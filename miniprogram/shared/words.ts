/** Control characters, and marks that turn or hide text (bidirectional overrides, zero-width): never typed, only pasted in. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

/** As it is stored: one line, whatever was pressed. */
export const oneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim();

/** What is wrong with words that a person wrote, as the contract says it; empty when nothing is. */
export function wrongWords(
  value: string,
  label: string,
  { min = 1, max }: { min?: number; max: number },
): string {
  const text = oneLine(value);
  if (text === '' && min > 0) return `请填写${label}`;
  if (text.length < min) return `${label}至少 ${min} 个字`;
  if (text.length > max) return `${label}最多 ${max} 个字`;
  return INVISIBLE.test(text) ? `${label}里有看不见的符号，请删掉重写` : '';
}

const NAME = /^[\p{L}·.' -]+$/u;

/** A person's name: letters of any script, and the points and dashes between them. */
export function wrongName(name: string): string {
  const wrong = wrongWords(name, '姓名', { max: 30 });
  return wrong !== '' || NAME.test(oneLine(name)) ? wrong : '姓名里只能有文字和间隔点';
}
