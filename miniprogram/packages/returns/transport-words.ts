import type { DeclarationRow } from '../../../cloudfunctions/contracts/index';

const KINDS: Readonly<Record<DeclarationRow['transport']['kind'], string>> = {
  train: '火车',
  flight: '飞机',
  coach: '大巴',
  ship: '船',
  car: '自己开车',
  other: '别的车',
};

/** 火车 G1935 08车12F; 自己开车 川A12345 */
export const transportWords = ({ kind, number, seat, plate }: DeclarationRow['transport']): string =>
  [KINDS[kind], number, seat, plate ?? ''].filter((part) => part !== '').join(' ');
