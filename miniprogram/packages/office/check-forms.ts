import { isMobilePhone } from '../../shared/phone';

/** Question → what is wrong, in the contract's own words. Empty when all is well. */
export type Errors = Readonly<Record<string, string>>;

const NAME = /^[\p{L}·.' -]+$/u;

export function wrongName(name: string): string {
  const text = name.trim();
  if (text === '') return '请填写姓名';
  if (text.length > 30) return '姓名最多 30 个字';
  return NAME.test(text) ? '' : '姓名里只能有文字和间隔点';
}

export const wrongPhone = (phone: string): string => {
  if (phone.trim() === '') return '请填写手机号';
  return isMobilePhone(phone.trim()) ? '' : '手机号是 11 位数字，请再看一遍';
};

export function wrongGridName(name: string): string {
  const { length } = name.trim();
  if (length === 0) return '请填写名称';
  if (length < 2) return '名称至少 2 个字';
  return length > 20 ? '名称最多 20 个字' : '';
}

export function wrongCount(count: string): string {
  if (count.trim() === '') return '请填写户数';
  if (!/^\d+$/.test(count.trim())) return '户数要是整数';
  return Number(count) > 100_000 ? '户数太大了' : '';
}

/** Without the questions that have nothing wrong. */
export const wrongOnes = (errors: Errors): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== ''));

export const hasErrors = (errors: Errors): boolean => Object.keys(errors).length > 0;
