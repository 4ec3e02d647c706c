import type * as z from 'zod';
import { readItems } from '../catalogue/item.repository';
import type { ItemDocument } from '../catalogue/item.document';
import type { PurchaseList, purchaseContract } from '../contracts/purchase';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { timeBudget } from '../kernel/time-budget';
import type { RoundDocument } from '../rounds/round.document';
import { changeRound, isRepeatedOn, requireSeen } from '../rounds/round.repository';
import { allotShares } from './allot-shares';
import { maySubstitute, purchaseList, stageOf } from './purchase-view';
import { asMachine } from './purchase.repository';
import type { ReadRound } from './show-purchases';

type Input = z.output<typeof purchaseContract.confirm.input>;
type Said = Pick<RoundDocument, 'confirmed' | 'substitutes'>;

/**
 * 确认到货数量. What comes is shared out at once, as far as a few seconds reach; the timer does the rest. May be said again until the goods are there: then
 * everything is shared out anew.
 */
export const confirmQuantities =
  (readRound: ReadRound) =>
  async (input: Input, context: Context): Promise<PurchaseList> => {
    const round = await readRound(context, input.roundId);
    context.about({ gridPath: round.gridPath });
    if (isRepeatedOn(round, input.requestId, context)) return purchaseList(context, round);
    requireSeen(round, input.version);
    requireAwaited(round);
    const said = whatComes(input, round, await readItems(context, round.supplierId));
    const changed = await changeRound(
      context,
      round,
      {
        ...said,
        status: 'purchasing',
        short: null,
        job: { step: 'allot', cursor: '', since: toTimestamp(context.now) },
      },
      { requestId: input.requestId, what: inWords(said, round) },
    );
    await allotShares(asMachine(context), changed, timeBudget());
    return purchaseList(context, await readRound(context, input.roundId));
  };

function requireAwaited(round: RoundDocument): void {
  const refusals: Partial<Record<ReturnType<typeof stageOf>, string>> = {
    cutOff: '还没有截止，大家还在订。截止以后再确认',
    summing: '正在汇总，请等一分钟再确认',
    sharing: '正在分配，请等一分钟再改',
    handingOut: '已经到货了，不能再改到货数量',
    done: '这一批已经结清了',
    cancelled: '这一批已经取消了',
  };
  const refusal = refusals[stageOf(round)];
  if (refusal !== undefined) throw new AppError('CONFLICT', refusal);
}

/** Checks what was said against what was ordered: nothing may be left out, no more may come, and only for what is missing may something else come. */
function whatComes({ items }: Input, round: RoundDocument, catalogue: readonly ItemDocument[]): Said {
  const faults: Record<string, string> = {};
  const confirmed: Record<string, number> = {};
  const substitutes: RoundDocument['substitutes'] = {};
  for (const [index, { itemId, quantity, substitute }] of items.entries()) {
    const item = round.items.find((one) => one.itemId === itemId);
    const demanded = round.demand?.byItem[itemId]?.quantity ?? 0;
    if (item === undefined) {
      faults[`items.${index}.itemId`] = '这一批里没有这样东西，请刷新再看';
      continue;
    }
    if (quantity > demanded)
      faults[`items.${index}.quantity`] = `${item.name}一共只订了 ${demanded} ${item.unit}，不用多送`;
    confirmed[itemId] = quantity;
    if (substitute === null) continue;
    const offer = catalogue.find(({ _id }) => _id === substitute.itemId);
    const missing = demanded - quantity;
    if (!maySubstitute(item)) faults[`items.${index}.substitute`] = '药品不能用别的代替';
    else if (offer === undefined || !maySubstitute(offer) || offer._id === itemId)
      faults[`items.${index}.substitute`] = '不能用这样东西代替，请选别的';
    else if (substitute.quantity > missing)
      faults[`items.${index}.substitute`] =
        missing > 0
          ? `${item.name}只缺 ${missing} ${item.unit}，代替的不用更多`
          : `${item.name}不缺，不用代替`;
    else
      substitutes[itemId] = {
        itemId: offer._id,
        name: offer.name,
        spec: offer.spec,
        unit: offer.unit,
        quantity: substitute.quantity,
        // Households agreed to something else without seeing its price, so it never costs more than what they chose.
        price: Math.min(offer.price, item.price),
      };
  }
  const left = round.items.filter(
    ({ itemId }) => (round.demand?.byItem[itemId]?.quantity ?? 0) > 0 && confirmed[itemId] === undefined,
  );
  if (left.length > 0) faults.items = `还有${left.map(({ name }) => name).join('、')}没填，没有货就填 0`;
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
  return { confirmed, substitutes };
}

function inWords({ confirmed }: Said, round: RoundDocument): string {
  const short = round.items.flatMap(({ itemId, name, unit }) => {
    const missing = (round.demand?.byItem[itemId]?.quantity ?? 0) - (confirmed?.[itemId] ?? 0);
    return missing > 0 ? [`${name}缺 ${missing} ${unit}`] : [];
  });
  return short.length === 0 ? '确认到货数量：都够' : `确认到货数量：${short.join('，')}`;
}
