import type * as z from 'zod';
import type { medicinesContract, TaskRow } from '../contracts/medicines';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { placeOf } from '../registration/household-view';
import { readFile } from '../registration/registration.repository';
import { readRulebook } from '../rulebook/rulebook.repository';
import type { MedicineTaskDocument } from './sale.document';
import { readTask, readTasks } from './task.repository';

type Input = z.output<typeof medicinesContract.tasks.input>;
type Output = z.input<typeof medicinesContract.tasks.output>;

const A_PAGE = 20;

export const taskRow = (task: MedicineTaskDocument): TaskRow => ({
  taskId: task._id,
  name: task.name,
  place: placeOf(task.pathNames),
  because: task.because,
  status: task.status,
  temperature: task.temperature,
  answer: task.answer,
  doneBy: task.doneBy,
  createdAt: task.createdAt,
  version: task.version,
});

/** Whose temperature is to be taken, or was. */
export async function listTasks({ status, after }: Input, context: Context): Promise<Output> {
  const found = await readTasks(context, { status, after, limit: A_PAGE + 1 });
  const page = found.slice(0, A_PAGE);
  return {
    rows: page.map(taskRow),
    next: found.length > A_PAGE ? (page.at(-1)?.queueKey ?? null) : null,
  };
}

export async function showTask(
  { taskId }: { taskId: string },
  context: Context,
): Promise<TaskRow & { feverFrom: number }> {
  const task = await readTask(context, taskId);
  const { profile } = await readRulebook(context, task.gridPath[0] ?? '', toCalendarDate(context.now));
  return { ...taskRow(task), feverFrom: profile.feverFrom };
}

/** Opens the person's number, or their head's where they have none. */
export async function openTaskPhone(
  { taskId }: { taskId: string },
  context: Context,
): Promise<{ value: string }> {
  const { householdId, personId } = await readTask(context, taskId);
  const { people } = await readFile(context, householdId);
  const own = people.find((person) => person.personId === personId)?.phone;
  const phone = own ?? people.find(({ relation }) => relation === 'head')?.phone;
  if (!phone) throw new AppError('NOT_FOUND', '档案里没有手机号，请上门去量');
  return { value: context.vault.open('phone', phone) };
}
