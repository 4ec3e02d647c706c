import type { PickupRow } from '../../../cloudfunctions/contracts/pickup';
import type { KeptAct } from '../../services/unsent-hand-overs';

/** An order as it will be when what waits on this phone has arrived: nobody is handed the same twice because the network was gone. */
export const withUnsent = (row: PickupRow, kept: readonly KeptAct[]): PickupRow =>
  kept
    .filter(({ form, problem }) => form.orderId === row.orderId && problem === '')
    .reduce((before, act) => after(before, act), row);

function after(row: PickupRow, act: KeptAct): PickupRow {
  const at = new Date(act.keptAt).toISOString();
  switch (act.action) {
    case 'handOver': {
      const { lines, money, how = 'collected' } = act.form;
      const handOver = { status: how, at, byName: null, hasPhoto: act.photoPath !== '' };
      return { ...moved(row, lines, 1), paid: row.paid + money, handOver };
    }
    case 'takePayment':
      return { ...row, paid: row.paid + act.form.money };
    case 'refund':
      return { ...moved(row, act.form.lines, -1), paid: row.paid - act.form.money };
    case 'noShow':
      return { ...row, handOver: { ...row.handOver, status: 'noShow', at } };
  }
}

type Moved = { itemId: string; quantity: number; substituteQuantity?: number | undefined };

/** The row after pieces went to the household (`sign` 1) or came back (-1). */
function moved(row: PickupRow, moves: readonly Moved[], sign: 1 | -1): PickupRow {
  let worth = 0;
  const lines = row.lines.map((line) => {
    const move = moves.find(({ itemId }) => itemId === line.itemId);
    if (move === undefined) return line;
    const pieces = sign * move.quantity;
    const instead = sign * (move.substituteQuantity ?? 0);
    const { substitute } = line;
    worth += pieces * line.price + instead * (substitute?.price ?? 0);
    return {
      ...line,
      delivered: line.delivered + pieces,
      substitute: substitute && { ...substitute, delivered: substitute.delivered + instead },
    };
  });
  return { ...row, lines, delivered: row.delivered + worth };
}
