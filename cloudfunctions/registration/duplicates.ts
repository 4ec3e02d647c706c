import type { Scope } from '../kernel/scope';
import { mayTouchGrid } from '../kernel/scope';
import type { HouseholdDocument } from './household.document';
import { placeOf } from './household-view';

/** Ids of the files that share somebody's papers with another of the given files. */
export function filesWithDuplicates(files: readonly HouseholdDocument[]): Set<string> {
  const holders = new Map<string, Set<string>>();
  for (const { _id, papersIndexes } of files)
    for (const index of papersIndexes) holders.set(index, (holders.get(index) ?? new Set()).add(_id));
  return new Set([...holders.values()].filter((ids) => ids.size > 1).flatMap((ids) => [...ids]));
}

export type Duplicate = {
  personId: string;
  householdId: string | null;
  place: string;
  headName: string | null;
};

/** Town and village: enough to know whom to ring. */
const LEVELS_SHOWN_OUTSIDE = 2;

/** Same papers in other files, for whoever goes and asks: of files outside the caller's scope the village only, and no name. */
export function duplicatesOf(
  file: HouseholdDocument,
  sharing: readonly HouseholdDocument[],
  scope: Scope,
): Duplicate[] {
  return sharing
    .filter((other) => other._id !== file._id)
    .flatMap((other) =>
      file.people
        .filter(({ papersIndex }) => other.papersIndexes.includes(papersIndex))
        .map(({ personId }) =>
          mayTouchGrid(scope, other.gridPath)
            ? {
                personId,
                householdId: other._id,
                place: placeOf(other.pathNames),
                headName: other.headName,
              }
            : {
                personId,
                householdId: null,
                place: placeOf(other.pathNames.slice(0, LEVELS_SHOWN_OUTSIDE)),
                headName: null,
              },
        ),
    );
}
