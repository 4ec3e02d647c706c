import type * as z from 'zod';
import type { DeclarationView } from '../contracts';
import type { returnsContract } from '../contracts/returns';
import type { Context } from '../kernel/context';
import { actOn, isRepeated } from './act';
import { cancelledDeclaration } from './change-arrival';
import { changeDeclaration, putReturnee } from './returns.repository';
import { readAbout, viewed } from './show-declaration';

type Input = z.output<typeof returnsContract.didNotCome.input>;

/** 没有来: off the list of those who are expected, with the reason that the household reads too. */
export async function didNotCome(input: Input, context: Context): Promise<DeclarationView> {
  context.about({ reason: input.reason });
  await readAbout(input.declarationId, context);
  const next = await changeDeclaration(context, input.declarationId, async (present, transaction) => {
    if (isRepeated(present, input, context)) return present;
    const cancelled = cancelledDeclaration(present, actOn(present, input, context), input.reason);
    await putReturnee(transaction, cancelled, { openDeclarationId: null, openObservationId: null });
    return cancelled;
  });
  return viewed(next, context);
}
