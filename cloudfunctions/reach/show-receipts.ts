import type * as z from 'zod';
import type { reachContract } from '../contracts/reach';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readFiles, reachRow } from './households-behind';
import { readLine, readStaffSheet } from './reach.repository';
import { knows } from './rules';

type Household = typeof reachContract.household;
type Staff = typeof reachContract.staff;

/** Accounts made before others of a household could join are the heads'. */
const HEAD = 'head';

/** Who of a household did what. People who have left the household since are named as that. */
export async function showHousehold(
  line: z.output<Household['input']>,
  context: Context,
): Promise<z.input<Household['output']>> {
  const { householdId } = line;
  const { sheet, receipt } = await readLine(context, line);
  context.about({ householdId, gridPath: sheet.gridPath });
  const file = (await readFiles(context.database, [householdId])).get(householdId);
  const nameOf = (personId: string): string =>
    file?.people.find((person) =>
      personId === HEAD ? person.relation === 'head' : person.personId === personId,
    )?.name ?? '已经不在这一户的人';
  return {
    row: reachRow({ sheet, householdId, receipt }, file, context),
    people: Object.entries(receipt.people).map(([personId, steps]) => ({
      name: nameOf(personId),
      openedAt: steps.opened ?? null,
      readAt: steps.read ?? null,
      confirmedAt: steps.confirmed ?? null,
    })),
  };
}

/** Who on duty has read a notice, those who have not first. */
export async function showStaff(
  { noticeId }: { noticeId: string },
  context: Context,
): Promise<z.input<Staff['output']>> {
  const sheet = await readStaffSheet(context, noticeId);
  if (!sheet) throw new AppError('NOT_FOUND', '这条通知没有发给工作人员，或者不归您看');
  context.about({ gridPath: sheet.gridPath });
  const rows = Object.values(sheet.receipts).flatMap((receipt) =>
    receipt.post === undefined
      ? []
      : [
          {
            name: receipt.headName,
            ...receipt.post,
            opened: receipt.opened !== null,
            knows: knows(receipt, sheet.wanted),
          },
        ],
  );
  return {
    rows: rows.sort((a, b) => Number(a.knows) - Number(b.knows) || a.place.localeCompare(b.place, 'zh')),
  };
}
