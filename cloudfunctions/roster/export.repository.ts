import type { HouseholdStatus } from '../contracts';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { type ExportDocument, EXPORTS } from './job.document';

const ON_FILE: readonly HouseholdStatus[] = ['rostered', 'submitted', 'returned', 'verified'];
const A_PAGE = 200;

/** All households of a village that the caller was found to reach; null when they are more than so many people. */
export async function readFilesOfVillage(
  { database }: Context,
  villageId: string,
  mostPeople: number,
): Promise<HouseholdDocument[] | null> {
  const scope = { kind: 'grids' as const, gridIds: [villageId] };
  const files = scoped<HouseholdDocument>({ database, scope }, HOUSEHOLDS, '_id');
  const all: HouseholdDocument[] = [];
  let people = 0;
  for (const status of ON_FILE) {
    let after = '';
    for (;;) {
      const page = await files.find(
        { status, queueKey: database.command.gt(after) },
        { orderBy: [['queueKey', 'asc']], limit: A_PAGE },
      );
      all.push(...page);
      people += page.reduce((sum, file) => sum + file.people.length, 0);
      if (people > mostPeople) return null;
      after = page.at(-1)?.queueKey ?? '';
      if (page.length < A_PAGE) break;
    }
  }
  const placeOf = ({ pathNames, headName }: HouseholdDocument) => [...pathNames, headName].join(' ');
  return all.sort((a, b) => placeOf(a).localeCompare(placeOf(b), 'zh'));
}

const exportsOf = ({ database }: Context) => unscoped<ExportDocument>(database, EXPORTS);

/** Notes a file down for the timer to delete. */
export async function keepExport(context: Context, { _id, ...fields }: ExportDocument): Promise<void> {
  if (await exportsOf(context).insert({ _id, ...fields })) return;
  await exportsOf(context).update({ _id }, fields);
}

export const readExpiredExports = async (
  context: Context,
  now: string,
  limit: number,
): Promise<ExportDocument[]> =>
  exportsOf(context).find({ expiresAt: context.database.command.lt(now) }, { limit });

/** Forgets a file that was deleted, unless it was made again meanwhile. */
export async function forgetExport(context: Context, { _id, expiresAt }: ExportDocument): Promise<void> {
  await exportsOf(context).remove({ _id, expiresAt });
}
