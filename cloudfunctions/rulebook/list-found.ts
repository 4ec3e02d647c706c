import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import type { Context } from '../kernel/context';
import { placeOf } from '../registration/household-view';
import { readFoundAgain } from './found.repository';
import { outcomeView } from './outcome-view';

type Input = z.output<typeof rulebookContract.foundAgain.input>;
type Output = z.output<typeof rulebookContract.foundAgain.output>;

const ROWS_A_PAGE = 20;

/** People here already for whom something stricter applies now, in the caller's grids, longest waiting first. */
export async function listFound({ after }: Input, context: Context): Promise<Output> {
  const found = await readFoundAgain(context, {
    ...(after !== undefined && { after }),
    limit: ROWS_A_PAGE + 1,
  });
  const shown = found.slice(0, ROWS_A_PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.flatMap(({ review, ...declaration }) =>
      review
        ? {
            declarationId: declaration._id,
            name: declaration.name,
            phoneMask: declaration.phoneMask,
            place: placeOf(declaration.pathNames),
            arrivesAt: declaration.arrivesAt,
            from: outcomeView(declaration.decision),
            to: outcomeView(review.decision),
            reasons: review.decision.reasons,
            because: review.because,
            foundAt: review.foundAt,
          }
        : [],
    ),
    next: last?.review && found.length > shown.length ? `${last.review.foundAt} ${last._id}` : null,
  };
}
