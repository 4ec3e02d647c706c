import { wrongWords } from '../../shared/words';

export const wrongGridName = (name: string): string => wrongWords(name, '名称', { min: 2, max: 20 });

export const wrongTownName = (name: string): string => wrongWords(name, '镇的名称', { min: 2, max: 20 });
export const wrongGridCode = (code: string): string =>
  /^[A-Z0-9-]{0,20}$/i.test(code.trim()) ? '' : '编号只能有字母、数字和短横，最多 20 位';

export function wrongCount(count: string): string {
  if (count.trim() === '') return '请填写户数';
  if (!/^\d+$/.test(count.trim())) return '户数要是整数';
  return Number(count) > 100_000 ? '户数太大了' : '';
}
