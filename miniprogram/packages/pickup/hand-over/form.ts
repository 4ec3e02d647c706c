import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import { fenOf, yuan } from '../../../shared/money';
import { countOf, type GoodsLine, worthOf } from '../goods';

export const HOWS = [
  { value: 'collected', text: '当面交了' },
  { value: 'left', text: '放在门口' },
];
export const METHODS = [
  { value: 'cash', text: '现金' },
  { value: 'phone', text: '手机付' },
];
export const RECEIVINGS: readonly { value: Receiving; text: string }[] = [
  { value: 'exact', text: '收齐了' },
  { value: 'nothing', text: '没有付' },
  { value: 'other', text: '别的数' },
];

export type Receiving = 'exact' | 'nothing' | 'other';
/** How the goods were handed over, and what was paid. */
export type HandForm = {
  how: 'collected' | 'left' | '';
  /** A file on this phone. */
  photoPath: string;
  receiving: Receiving | '';
  typed: string;
  method: 'cash' | 'phone' | '';
};

export const blankHandForm = (row: Pick<PickupRow, 'way'>): HandForm => ({
  how: row.way === 'door' ? '' : 'collected',
  photoPath: '',
  receiving: '',
  typed: '',
  method: '',
});

/** goods 东西 → how 怎么交的 (at doors) → money 钱 → done */
export type Step = 'goods' | 'how' | 'money' | 'done';

/** Fen to be paid when this is handed over too. */
export const toPay = ({ delivered, paid }: PickupRow, lines: readonly GoodsLine[]): number =>
  Math.max(0, delivered + worthOf(lines) - paid);

/** What was received, in fen; null while that isn't said yet. */
export function receivedOf({ receiving, typed }: HandForm, due: number): number | null {
  if (due === 0 || receiving === 'nothing') return 0;
  return receiving === 'exact' ? due : receiving === 'other' ? fenOf(typed) : null;
}

export type Wrong = { how: string; photo: string; receiving: string; typed: string; method: string };
export const NOTHING_WRONG: Wrong = { how: '', photo: '', receiving: '', typed: '', method: '' };
export const isRight = (wrong: Wrong): boolean => Object.values(wrong).every((words) => words === '');

export const wrongHow = ({ how, photoPath }: HandForm): Wrong => ({
  ...NOTHING_WRONG,
  how: how === '' ? '请选当面交的，还是放门口的' : '',
  photo: how === 'left' && photoPath === '' ? '放门口的要拍一张照片' : '',
});

export function wrongMoney(form: HandForm, due: number): Wrong {
  if (due === 0) return NOTHING_WRONG;
  const { receiving, method } = form;
  const received = receivedOf(form, due);
  return {
    ...NOTHING_WRONG,
    receiving: receiving === '' ? '请选收了多少钱' : '',
    typed: receiving === 'other' ? wrongAmount(received, due) : '',
    method: method === '' && received !== 0 ? '请选现金还是手机付' : '',
  };
}

function wrongAmount(received: number | null, due: number): string {
  if (received === null) return '请写收了多少元，比如 50 或 23.5';
  return received > due ? `一共只要 ${yuan(due)} 元，请再看一眼` : '';
}

/** 交了 3 样，收了 88 元 */
export function whatText(lines: readonly GoodsLine[], money: number): string {
  const goods = countOf(lines) === 0 ? '' : `交了 ${countOf(lines)} 样`;
  return [goods, money === 0 ? (goods === '' ? '' : '没收钱') : `收了 ${yuan(money)} 元`]
    .filter((part) => part !== '')
    .join('，');
}

/** What the filled button says: it names the household, because a queue stands before the table. */
export function submitText(name: string, lines: readonly GoodsLine[], money: number | null): string {
  const received = money === null ? '' : money === 0 ? '，不收钱' : `，收 ${yuan(money)} 元`;
  return countOf(lines) === 0 ? `收${name} ${yuan(money ?? 0)} 元` : `交给${name}${received}`;
}
