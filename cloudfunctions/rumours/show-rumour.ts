import type { RumourView } from '../contracts/rumours';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readAccounts } from '../registration/household-phone';
import { placeOf } from '../registration/household-view';
import { readRefutations } from './refutations.repository';
import type { RumourDocument } from './rumour.document';
import { findLeadInReach, readRumour, readTold } from './rumour.repository';
import { onItsWay, rumourRow, toldView } from './rumour-view';

/** Long enough to look at a picture on a slow line. */
const SECONDS_TO_LOOK = 300;
const GONE = '已注销的用户';

export const showRumour = async ({ rumourId }: { rumourId: string }, context: Context): Promise<RumourView> =>
  rumourView(await readRumour(context, rumourId), context);

/** A rumour with those who told of it; of one that joined another, that one, where the caller reaches it. */
export async function rumourView(rumour: RumourDocument, context: Context): Promise<RumourView> {
  const lead = await findLeadInReach(context, rumour);
  context.about({
    gridPath: lead.gridPath,
    ...(lead.householdId !== null && { householdId: lead.householdId }),
  });
  const told = lead.leadId === lead._id ? await readTold(context, lead._id) : [lead];
  const [refutations, accounts] = await Promise.all([
    readRefutations(context, [lead]),
    readAccounts(context, [...new Set(told.map(({ openid }) => openid))]),
  ]);
  const names = new Map(accounts.map(({ _id, name }) => [_id, name]));
  return {
    ...rumourRow(lead, refutations),
    onItsWayId: onItsWay(lead, refutations)?._id ?? null,
    told: [...told].sort(firstTold).map((one) => ({
      ...toldView(one),
      name: names.get(one.openid) ?? GONE,
      place: placeOf(one.pathNames),
      gridId: one.gridId,
      version: one.version,
    })),
    groups: groupsOf(told),
    version: lead.version,
  };
}

const firstTold = (a: RumourDocument, b: RumourDocument): number => a.told.localeCompare(b.told);

/** Each group once, bound ones by which they are. */
function groupsOf(told: readonly RumourDocument[]): RumourView['groups'] {
  const groups = new Map<string, RumourView['groups'][number]>();
  for (const { groupId, group } of told)
    if (groupId !== null || group !== '') groups.set(groupId ?? `named ${group}`, { groupId, name: group });
  return [...groups.values()];
}

export async function openPicture(
  { rumourId }: { rumourId: string },
  context: Context,
): Promise<{ url: string }> {
  const { picture, gridPath, householdId } = await readRumour(context, rumourId);
  context.about({ gridPath, ...(householdId !== null && { householdId }) });
  const missing = (): AppError => new AppError('NOT_FOUND', '这条没有图片');
  if (picture === null) throw missing();
  const url = await context.files.temporaryUrl(picture, SECONDS_TO_LOOK).catch(() => null);
  if (url === null) throw missing();
  return { url };
}
