import type { ItemView, PriceRule } from '../../../cloudfunctions/contracts/index';
import { fenOf, yuan } from '../../shared/money';
import { jumpsOver, riseOf } from '../../shared/price-jump';

/** 25 元一份 */
export const priceText = ({ price, unit }: Pick<ItemView, 'price' | 'unit'>): string =>
  `${yuan(price)} 元一${unit}`;

/** What is wrong with a typed price; empty when nothing is. */
export function wrongPrice(typed: string): string {
  if (typed.trim() === '') return '请填写价钱';
  const fen = fenOf(typed);
  if (fen === null) return '价钱写成数字，最多到分，例如 23.5';
  if (fen < 1) return '价钱要大于 0';
  return fen > 1_000_000 ? '价钱太高了，请再看一眼' : '';
}

/** Why a reason is asked for, while the price is being typed; empty when none is. */
export function jumpText(typed: string, reference: number, rule: PriceRule): string {
  const fen = fenOf(typed);
  if (fen === null || !jumpsOver(reference, fen, rule.percent)) return '';
  return `比最近 ${rule.days} 天里最低的 ${yuan(reference)} 元贵了 ${riseOf(reference, fen)}%，超过 ${rule.percent}%，要写明原因`;
}

/** 不许哄抬物价 */
export const ruleText = ({ percent, days }: PriceRule): string =>
  `比最近 ${days} 天里的最低价贵 ${percent}% 以上，要写明原因，大家都看得到`;
