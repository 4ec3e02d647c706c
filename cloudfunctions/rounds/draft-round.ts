import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { readItems } from '../catalogue/item.repository';
import type { SupplierDocument } from '../catalogue/supplier.document';
import { readSupplier } from '../catalogue/supplier.repository';
import type { RoundForm, roundsContract, RoundView } from '../contracts/rounds';
import type { RoundItem } from '../contracts/supplies';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { RoundDocument } from './round.document';
import { inChina, newRound, orderedFrom } from './round-file';
import { readRoundGrids } from './round-grids';
import { offeredItems, planFaults } from './round-plan';
import {
  addRound,
  changeRound,
  findRound,
  isRepeatedOn,
  readManagedRound,
  removeRound,
  requireSeen,
  somebodyElse,
} from './round.repository';
import { roundView } from './round-view';

type Input = z.output<typeof roundsContract.saveDraft.input>;

/** The same request by the same person makes the same round, however often it arrives. */
export const roundIdOf = (openid: string, requestId: string): string =>
  `r${createHash('sha256').update(`${openid} ${requestId}`).digest('hex').slice(0, 20)}`;

/** Writes a new draft, or changes one. Nobody but those who lead its grid sees it before it is open. */
export async function saveDraft({ requestId, round, form }: Input, context: Context): Promise<RoundView> {
  const { caller, now } = context;
  const stored = round && (await readManagedRound(context, round.roundId));
  if (stored && isRepeatedOn(stored, requestId, context)) return roundView(context, stored);
  if (stored) {
    requireSeen(stored, round.version);
    requireDraft(stored);
  }
  const { grid, grids } = await readRoundGrids(context, form.gridIds);
  const supplier = await readSellingSupplier(context, form.supplierId);
  const items = await readWanted(context, form);
  const faults = Object.entries(planFaults(form, now.valueOf()));
  if (faults.length > 0)
    throw invalidFields(Object.fromEntries(faults.map(([field, words]) => [`form.${field}`, words])));

  if (stored)
    return roundView(
      context,
      await changeRound(
        context,
        stored,
        {
          title: form.title,
          gridId: grid._id,
          gridPath: grid.path,
          pathNames: grid.pathNames,
          ...orderedFrom(grids),
          supplierId: supplier._id,
          supplierName: supplier.name,
          audience: form.audience,
          items,
          opensAt: form.opensAt === null ? toTimestamp(now) : inChina(form.opensAt),
          autoOpens: form.opensAt !== null,
          closesAt: inChina(form.closesAt),
          distribution: form.distribution,
        },
        { requestId, what: '改了草稿' },
      ),
    );
  const draft = newRound({
    _id: roundIdOf(caller.openid, requestId),
    grid,
    grids,
    supplier,
    form,
    items,
    scheduleId: null,
    by: { openid: caller.openid, name: caller.name ?? '' },
    requestId,
    at: toTimestamp(now),
  });
  return roundView(context, await addedRound(context, draft));
}

/** The draft as it stands: a second arrival of the same request finds the first's. */
export async function addedRound(context: Context, draft: RoundDocument): Promise<RoundDocument> {
  if (await addRound(context, draft)) return draft;
  return (await findRound(context, draft._id)) ?? draft;
}

export async function readSellingSupplier(context: Context, supplierId: string): Promise<SupplierDocument> {
  const supplier = await readSupplier(context, supplierId);
  if (supplier.retired)
    throw invalidFields({ 'form.supplierId': `${supplier.name}已经停用，请换一个供货方` });
  return supplier;
}

async function readWanted(context: Context, { supplierId, items }: RoundForm): Promise<RoundItem[]> {
  const catalogue = await readItems(context, supplierId);
  const faults: Record<string, string> = {};
  items.forEach(({ itemId }, position) => {
    if (!catalogue.some(({ _id }) => _id === itemId))
      faults[`form.items.${position}.itemId`] = '这样东西已经下架，请去掉';
    else if (items.findIndex((item) => item.itemId === itemId) !== position)
      faults[`form.items.${position}.itemId`] = '这样东西选了两次，请去掉一个';
  });
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
  return offeredItems(items, catalogue);
}

export function requireDraft({ status }: Pick<RoundDocument, 'status'>): void {
  if (status !== 'draft') throw new AppError('CONFLICT', '这一批已经开了，不能再改');
}

type Seen = z.output<typeof roundsContract.discard.input>;

/** Takes a draft away; nobody has ordered from it. */
export async function discardDraft(
  { roundId, version }: Seen,
  context: Context,
): Promise<Record<string, never>> {
  const stored = await readManagedRound(context, roundId);
  requireDraft(stored);
  requireSeen(stored, version);
  if (!(await removeRound(context, stored))) throw somebodyElse();
  return {};
}
