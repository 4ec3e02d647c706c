import { fenOf } from '../../../shared/money';
import { countOf, type GoodsLine, movedOf, worthOf } from '../goods';

/** back: goods or money go back to where they came from · add: what was forgotten is written down, once a round is settled */
export type Direction = 'back' | 'add';
export type Amount = 'exact' | 'nothing' | 'other';
export type BackForm = {
  direction: Direction;
  amount: Amount | '';
  typed: string;
  method: 'cash' | 'phone' | '';
  reason: string;
};
export const BLANK: BackForm = { direction: 'back', amount: '', typed: '', method: '', reason: '' };

export type Wrong = { goods: string; amount: string; typed: string; method: string; reason: string };
export const NOTHING_WRONG: Wrong = { goods: '', amount: '', typed: '', method: '', reason: '' };
export const isRight = (wrong: Wrong): boolean => Object.values(wrong).every((words) => words === '');

export const DIRECTIONS = [
  { value: 'back', text: '多记了，减掉' },
  { value: 'add', text: '少记了，补上' },
];
export const REASONS = ['东西坏了', '拿错了', '不要了', '记错了'];

/** What can be chosen for the money; `worth`: fen of what is ticked. */
export const amounts = (direction: Direction, worth: number): { value: Amount; text: string }[] => {
  const verb = direction === 'back' ? '退' : '收';
  return [
    ...(worth > 0 ? [{ value: 'exact' as const, text: `按价${verb}` }] : []),
    { value: 'nothing', text: `不${verb}钱` },
    { value: 'other', text: '别的数' },
  ];
};

/** Fen; null while it isn't said. */
export function moneyOf({ amount, typed }: BackForm, lines: readonly GoodsLine[]): number | null {
  if (amount === 'other') return fenOf(typed);
  return amount === '' ? null : amount === 'exact' ? worthOf(lines) : 0;
}

export function wrongIn(form: BackForm, lines: readonly GoodsLine[]): Wrong {
  const money = moneyOf(form, lines);
  const isNothing = money === 0 && countOf(lines) === 0;
  return {
    goods: isNothing ? '没有勾东西，也没有写钱。请至少写一样' : '',
    amount: form.amount === '' ? '请选多少钱' : '',
    typed: form.amount === 'other' && !money ? '请写多少元，比如 25 或 23.5' : '',
    method: form.method === '' && money !== null && money > 0 ? '请选现金还是手机付' : '',
    reason: form.reason === '' ? '请选一个原因，或自己写' : '',
  };
}

/** A correction is signed: minus where pieces or money went back. */
export function signedMoves(form: BackForm, lines: readonly GoodsLine[]): ReturnType<typeof movedOf> {
  const sign = form.direction === 'back' ? -1 : 1;
  return movedOf(lines).map(({ itemId, quantity, substituteQuantity }) => ({
    itemId,
    quantity: sign * quantity || 0,
    substituteQuantity: sign * substituteQuantity || 0,
  }));
}
