import type * as z from 'zod';
import type { registrationContract } from '../contracts/registration';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { readClaimsOn } from './claims.repository';
import { actOn } from './file-change';
import { handedOverFile, type Place } from './household-file';
import type { HouseholdDocument } from './household.document';
import { hasOpenReturn, openReturnRefusal } from './open-return';
import { changeFile, hasDone, readFile, readPlace } from './registration.repository';

type Input = z.output<typeof registrationContract.handOver.input>;

/** 转到别的村组: file, counters and waiting claims move at once; from then on it is the other grid member's to look after. */
export async function handOverHousehold(input: Input, context: Context): Promise<Record<string, never>> {
  context.about({ householdId: input.householdId, reason: input.reason });
  try {
    await handOver(input, context);
  } catch (fault) {
    // The first of two taps took the file out of the caller's sight.
    if (!(await hasDone(context, input))) throw fault;
  }
  return {};
}

async function handOver({ householdId, reason, ...input }: Input, context: Context): Promise<void> {
  const { gridPath } = await readFile(context, householdId);
  context.about({ gridPath });
  const place = await readPlace(context, input.gridId);
  const claims = await readClaimsOn(context, householdId);
  const isHeld = await hasOpenReturn(context, householdId);
  const decide = (present: HouseholdDocument) =>
    actOn(present, input, context, (act) => {
      refuseWrongPlace(present, place);
      if (isHeld) throw openReturnRefusal();
      return handedOverFile(present, act, { place, reason });
    });
  await changeFile(context, householdId, decide, claims);
}

function refuseWrongPlace(file: HouseholdDocument, place: Place): void {
  if (file.status === 'rostered')
    throw new AppError('CONFLICT', '这户只在名册上，还没登记。请住户登记到现在住的村组');
  if (file.gridId === place.gridId) throw invalidFields({ gridId: '这户就登记在这里，不用转' });
  if (file.gridPath[0] !== place.gridPath[0])
    throw invalidFields({ gridId: '只能转到本镇的村组。搬出本镇的，请关上档案' });
}
