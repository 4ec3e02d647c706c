import type { CheckForm } from '../../../services/returns';

type Role = NonNullable<CheckForm['responsible']>[number]['role'];
/** 五包一: who answers for one person under a measure. */
export type ResponsibleRow = { role: Role; label: string; name: string };

const LABELS: readonly [Role, string][] = [
  ['townCadre', '镇干部'],
  ['villageCadre', '村干部'],
  ['gridMember', '网格员'],
  ['villageDoctor', '村医'],
  ['police', '民警'],
  ['volunteer', '志愿者'],
];
/** Kept on this phone: in one village the same people answer for whoever comes next. */
const KEY = 'responsible';

export function readResponsible(): ResponsibleRow[] {
  const kept: unknown = wx.getStorageSync(KEY);
  const names = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Record<Role, string>>;
  return LABELS.map(([role, label]) => ({ role, label, name: names[role] ?? '' }));
}

export const keepResponsible = (rows: readonly ResponsibleRow[]): void =>
  wx.setStorageSync(KEY, Object.fromEntries(rows.map(({ role, name }) => [role, name.trim()])));

export const responsibleSent = (rows: readonly ResponsibleRow[]): NonNullable<CheckForm['responsible']> =>
  rows.flatMap(({ role, name }) => (name.trim() === '' ? [] : [{ role, name: name.trim() }]));
