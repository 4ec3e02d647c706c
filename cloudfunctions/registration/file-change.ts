import type { Context } from '../kernel/context';
import { toTimestamp } from '../kernel/clock';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import type { FileChange, HouseholdDocument, PersonRecord } from './household.document';
import { bornLater, type FieldErrors, headErrors, repeatedPapers } from './rules';

type Asked = { requestId: string; version: number };

/** The same request by the same caller is the same act. */
export const isDone = (
  file: Pick<HouseholdDocument, 'changes'> | null,
  requestId: string,
  { openid }: Pick<Context['caller'], 'openid'>,
): boolean => file?.changes.some((change) => change.requestId === requestId && change.by === openid) ?? false;

/**
 * One act on a file. The same request by the same caller, tapped twice or sent again because its answer got lost, leaves the file as
 * it stands; a file that somebody else changed since the caller saw it throws CONFLICT.
 */
export function actOn(
  file: HouseholdDocument,
  { requestId, version }: Asked,
  { caller, now }: Context,
  act: (change: Omit<FileChange, 'what'>) => HouseholdDocument,
): HouseholdDocument {
  if (isDone(file, requestId, caller)) return file;
  if (file.status === 'closed') throw new AppError('CONFLICT', '这户的档案已经注销，不能再改');
  if (file.version !== version) throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再改');
  return act({ requestId, by: caller.openid, at: toTimestamp(now) });
}

/** Throws the refusals of a file's people, each beside its field, together with those found before. */
export function checkPeople(
  people: readonly PersonRecord[],
  {
    pathOf,
    today,
    headNeedsPhone = true,
    more = {},
  }: {
    pathOf: (position: number) => string;
    today: string;
    headNeedsPhone?: boolean;
    more?: FieldErrors;
  },
): void {
  const errors = {
    ...headErrors(people, pathOf, { needsPhone: headNeedsPhone }),
    ...repeatedPapers(people, pathOf),
    ...bornLater(people, pathOf, today),
    ...more,
  };
  if (Object.keys(errors).length > 0) throw invalidFields(errors);
}
