import { yuan } from '../../miniprogram/shared/money';
import { AppError } from '../kernel/errors';
import type { RoundDocument, RoundStockDocument } from '../rounds/round.document';
import type { Asked } from './reserve';

type Round = Pick<RoundDocument, 'status' | 'items' | 'closesAt'>;

/** Why the one condition of `reserve` did not hold, in plain words; `now` as moments are stored. */
export function refusalByStock(
  asked: Asked,
  round: Round,
  stock: RoundStockDocument | null,
  now: string,
): AppError {
  if (round.status === 'cancelled') return new AppError('CONFLICT', '这一批已经取消了，不能再订或改');
  if (!stock?.open || stock.closesAt <= now)
    return new AppError('CONFLICT', '这一批已经截止，不能再订或改。有急用请找网格员');
  const { household, pointId } = asked;
  if (household && !stock.gridIds.some((gridId) => household.gridPath.includes(gridId)))
    return new AppError('FORBIDDEN', '这一批不在您家的网格里，请看看别的批次');
  if (household && stock.audience === 'care' && !household.hasCare)
    return new AppError('FORBIDDEN', '这一批只给七类人的家庭订');
  const fields = Object.fromEntries(
    asked.lines.flatMap((line, position) => {
      const told = refusalOfLine(line, asked, round, stock);
      return told === null ? [] : [[`lines.${position}`, told] as const];
    }),
  );
  if (pointId !== null && !stock.pointIds.includes(pointId))
    fields['wish.pointId'] = '这个领取点没有了，请重新选';
  const [first] = Object.values(fields);
  // Somebody gave back meanwhile what was missing a moment ago.
  if (first === undefined) return new AppError('CONFLICT', '刚才订的人太多，请再点一次');
  return new AppError('CONFLICT', first, fields);
}

function refusalOfLine(
  { itemId, quantity, price, patientId }: Asked['lines'][number],
  { taking }: Asked,
  { items }: Round,
  stock: RoundStockDocument,
): string | null {
  const of = (record: Record<string, number>): number | undefined =>
    new Map(Object.entries(record)).get(itemId);
  const item = items.find((one) => one.itemId === itemId);
  const [asks, limit, left = 0] = [of(stock.price), of(stock.limit), of(stock.remaining)];
  if (!item || asks === undefined || limit === undefined)
    return '有一样东西这一批没有了，请重新打开这一页再选';
  const { name, unit } = item;
  if (asks !== price) return `${name}的价钱变了：现在每${unit} ${yuan(asks)} 元。请重新打开这一页，看过再订`;
  if (quantity > limit) return `${name}每家最多 ${limit} ${unit}，请减一些`;
  if (patientId === undefined && stock.realNameIds.includes(itemId))
    return `${name}是要登记的药，请选给家里谁用`;
  if ((taking.get(itemId) ?? 0) <= left) return null;
  const held = quantity - (taking.get(itemId) ?? 0);
  if (left <= 0)
    return held > 0 ? `${name}没有更多了，您家还是 ${held} ${unit}` : `${name}订完了，请去掉或换别的`;
  return `${name}只剩 ${left} ${unit}，请减一些`;
}
