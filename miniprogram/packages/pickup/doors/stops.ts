import type { PickupRow } from '../../../../cloudfunctions/contracts/pickup';
import type { Route } from '../../../services/pickup';
import type { KeptAct } from '../../../services/unsent-hand-overs';
import { yuan } from '../../../shared/money';
import { hasAll, placeText, type Tag, tagsOf } from '../row-words';
import { withUnsent } from '../with-unsent';

/** One door on the way. */
export type Stop = {
  orderId: string;
  name: string;
  /** 柳溪村三组 12 号 */
  where: string;
  goods: string;
  note: string;
  tags: Tag[];
  isDone: boolean;
};

type DoorRow = Route['rows'][number];

const goodsText = ({ lines }: PickupRow): string =>
  lines
    .flatMap(({ name, unit, due, substitute }) => [
      ...(due > 0 ? [`${name} ${due} ${unit}`] : []),
      ...(substitute !== null && substitute.due > 0
        ? [`${substitute.name} ${substitute.due} ${substitute.unit}`]
        : []),
    ])
    .join('，');

/** In the order in which one walks. */
export const stopsOf = (rows: readonly DoorRow[], kept: readonly KeptAct[]): Stop[] =>
  rows.map((row) => {
    const now = withUnsent(row, kept);
    const isUnsent = kept.some(({ form }) => form.orderId === row.orderId);
    return {
      orderId: row.orderId,
      name: row.headName,
      where: `${placeText(row)} ${row.address}`,
      goods: `${goodsText(now)}；${yuan(now.due)} 元`,
      note: row.note,
      tags: tagsOf(now, isUnsent),
      isDone: hasAll(now),
    };
  });
