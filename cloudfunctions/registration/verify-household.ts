import type * as z from 'zod';
import type { HouseholdView } from '../contracts';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { actOn } from './file-change';
import { verifiedFile } from './household-file';
import { householdView } from './household-view';
import { changeFile } from './registration.repository';

type Input = z.output<typeof registrationContract.verify.input>;

/** 核实: what the file says is right. Also for a returned file that was put right at the door. */
export async function verifyHousehold(input: Input, context: Context): Promise<HouseholdView> {
  const { now, vault } = context;
  context.about({ householdId: input.householdId });
  const file = await changeFile(context, input.householdId, (present) =>
    actOn(present, input, context, (change) => {
      if (present.status === 'verified') throw new AppError('CONFLICT', '这户已经核实过了');
      if (present.status === 'rostered')
        throw new AppError('CONFLICT', '这户只在名册上，还没登记。登记以后再核实');
      return verifiedFile(present, change);
    }),
  );
  context.about({ gridPath: file.gridPath });
  return householdView(file, vault, now);
}
