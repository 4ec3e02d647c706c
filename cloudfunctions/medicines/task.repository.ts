import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import { AppError } from '../kernel/errors';
import type { HouseholdDocument, PersonRecord } from '../registration/household.document';
import { MEDICINE_TASKS, type MedicineTaskDocument } from './sale.document';

/** To take somebody's temperature, not taken yet. */
export function newTask(
  _id: string,
  file: Pick<HouseholdDocument, '_id' | 'gridPath' | 'pathNames'>,
  person: Pick<PersonRecord, 'personId' | 'name'>,
  because: string,
  { now }: Pick<Context, 'now'>,
): MedicineTaskDocument {
  const createdAt = toTimestamp(now);
  return {
    _id,
    gridPath: file.gridPath,
    pathNames: file.pathNames,
    householdId: file._id,
    personId: person.personId,
    name: person.name,
    because,
    status: 'open',
    temperature: null,
    answer: '',
    doneBy: null,
    createdAt,
    queueKey: `${createdAt}:${_id}`,
    version: 1,
    requests: [],
  };
}

/** From a counter, whose people may not see it; false when it is there already. */
export const insertTask = async (
  { database }: Pick<Context, 'database'>,
  task: MedicineTaskDocument,
): Promise<boolean> => unscoped<MedicineTaskDocument>(database, MEDICINE_TASKS).insert(task);

const tasksOf = (context: Context) => scoped<MedicineTaskDocument>(context, MEDICINE_TASKS, null);

/** Those of the caller's villages: open ones longest waiting first, others newest first. */
export const readTasks = async (
  context: Context,
  {
    status,
    after,
    limit,
  }: { status: MedicineTaskDocument['status']; after?: string | undefined; limit: number },
): Promise<MedicineTaskDocument[]> => {
  const { command } = context.database;
  const isOpen = status === 'open';
  const start = after === undefined ? {} : { queueKey: isOpen ? command.gt(after) : command.lt(after) };
  return tasksOf(context).find(
    { status, ...start },
    { orderBy: [['queueKey', isOpen ? 'asc' : 'desc']], limit },
  );
};

export async function readTask(context: Context, taskId: string): Promise<MedicineTaskDocument> {
  const task = await tasksOf(context).get(taskId);
  if (!task) throw new AppError('NOT_FOUND', '没有找到这个人');
  const { householdId, personId, gridPath } = task;
  context.about({ householdId, personId, gridPath });
  return task;
}

/** How many wait in the caller's villages. */
export const countOpenTasks = async (context: Pick<Context, 'database' | 'scope'>): Promise<number> =>
  scoped<MedicineTaskDocument>(context, MEDICINE_TASKS, null).count({ status: 'open' });

/** Writes a task over the version that was read; false when somebody else wrote first. */
export const writeTask = async (
  context: Context,
  before: MedicineTaskDocument,
  { _id, ...next }: MedicineTaskDocument,
): Promise<boolean> => (await tasksOf(context).update({ _id, version: before.version }, next)) === 1;
