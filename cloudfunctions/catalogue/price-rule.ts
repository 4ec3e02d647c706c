import type * as z from 'zod';
import type { catalogueContract, PriceRule } from '../contracts/catalogue';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';
import { TOWN_SETTINGS } from '../rulebook/settings.document';
import { FIRST_PRICE_RULE, type PriceRuleDocument, priceRuleIdOf } from './price-rule.document';

type Input = z.output<typeof catalogueContract.setPriceRule.input>;
type View = z.input<typeof catalogueContract.priceRule.output>;

/** The rule of a town as it stands now. */
export async function readPriceRule(
  { database }: Pick<Context, 'database'>,
  townId: string,
): Promise<PriceRule> {
  const settings = await unscoped<PriceRuleDocument>(database, TOWN_SETTINGS).get(priceRuleIdOf(townId));
  const { percent, days } = settings?.history.at(-1) ?? FIRST_PRICE_RULE;
  return { percent, days };
}

/** The town in which the caller's grids lie. */
const townOf = ({ caller, scope }: Context): string =>
  caller.posts.find(({ gridId }) => scope.kind === 'grids' && scope.gridIds.includes(gridId))?.gridPath[0] ??
  '';

export async function showPriceRule(_input: object, context: Context): Promise<View> {
  const townId = townOf(context);
  const settings = await unscoped<PriceRuleDocument>(context.database, TOWN_SETTINGS).get(
    priceRuleIdOf(townId),
  );
  return viewOf(settings);
}

/** What counts as a jump from now on; what was written before stays as it was judged. */
export async function setPriceRule({ requestId, percent, days }: Input, context: Context): Promise<View> {
  const { caller, now } = context;
  const townId = townOf(context);
  if (!mayTouchGrid(context.scope, [townId])) throw new AppError('NOT_FOUND', '涨价的规矩由镇防控办来定');
  const settings = await inTransaction(context.database, async (transaction) => {
    const present = await transaction.get<PriceRuleDocument>(TOWN_SETTINGS, priceRuleIdOf(townId));
    if (present?.history.some((one) => one.requestId === requestId && one.by === caller.openid))
      return present;
    const next: PriceRuleDocument = {
      _id: priceRuleIdOf(townId),
      gridPath: [townId],
      history: [
        ...(present?.history ?? []),
        { percent, days, at: toTimestamp(now), by: caller.openid, byName: caller.name ?? '', requestId },
      ].slice(-MOST_REMEMBERED),
    };
    await transaction.put(TOWN_SETTINGS, next);
    return next;
  });
  return viewOf(settings);
}

const MOST_REMEMBERED = 50;

function viewOf(settings: PriceRuleDocument | null): View {
  const last = settings?.history.at(-1);
  if (!last) return { ...FIRST_PRICE_RULE, set: null };
  const { percent, days, at, byName } = last;
  return { percent, days, set: { at, byName } };
}
