import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import { mayTouchGrid } from '../kernel/scope';
import { inTransaction } from '../kernel/transaction';

export const CLINICS = 'clinics';

/** 发热门诊 to which one town sends people; one document a town. Not personal. */
type ClinicsDocument = { _id: string; gridPath: string[]; clinics: string[] };

/** The town in which the caller's post lies. */
const townOf = ({ caller }: Pick<Context, 'caller'>): string => caller.posts[0]?.gridPath[0] ?? '';

export async function listClinics(_input: object, context: Context): Promise<{ clinics: string[] }> {
  const found = await unscoped<ClinicsDocument>(context.database, CLINICS).get(townOf(context));
  return { clinics: found?.clinics ?? [] };
}

/** Writes the town's list anew; the last one to save it stands. */
export async function setClinics(
  { clinics }: { clinics: string[] },
  context: Context,
): Promise<{ clinics: string[] }> {
  const townId = townOf(context);
  if (!mayTouchGrid(context.scope, [townId])) throw new AppError('NOT_FOUND', '这张名单由镇防控办来定');
  const kept = [...new Set(clinics)];
  await inTransaction(context.database, (transaction) =>
    transaction.put(CLINICS, { _id: townId, gridPath: [townId], clinics: kept }),
  );
  return { clinics: kept };
}
