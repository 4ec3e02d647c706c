import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { actOn } from './file-change';
import { returnedFile } from './household-file';
import { householdView } from './household-view';
import { changeFile } from './registration.repository';

type Input = z.output<typeof registrationContract.returnToHousehold.input>;

/** 退回修改, with the reason that the household will read. Also for a verified file in which a mistake shows later. */
export async function returnHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { now, vault } = context;
  context.about({ householdId: input.householdId, reason: input.reason });
  const file = await changeFile(context, input.householdId, (present) =>
    actOn(present, input, context, (change) => {
      if (present.status === 'returned') throw new AppError('CONFLICT', '这户已经退回了，等住户改好再看');
      if (present.status === 'rostered') throw new AppError('CONFLICT', '这户只在名册上，还没登记，不用退回');
      return returnedFile(present, change, input.reason);
    }),
  );
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}
