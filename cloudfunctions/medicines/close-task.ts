import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { raiseAlert } from '../alerts/raise-alert';
import { actKey, remembering } from '../catalogue/supplier-change';
import type { medicinesContract, TaskRow } from '../contracts/medicines';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { readActiveOf } from '../observation/observation.repository';
import { readFile } from '../registration/registration.repository';
import { readRulebook } from '../rulebook/rulebook.repository';
import { taskRow } from './list-tasks';
import type { MedicineTaskDocument } from './sale.document';
import { readTask, writeTask } from './task.repository';

type Finished = z.output<typeof medicinesContract.finishTask.input>;
type Dropped = z.output<typeof medicinesContract.dropTask.input>;
type Seen = { requestId: string; taskId: string; version: number };
type Closing = Pick<MedicineTaskDocument, 'status' | 'temperature' | 'answer'>;

/** The temperature as the doctor took it. A high one raises its alert first, so that a process killed in between loses none. */
export async function finishTask(input: Finished, context: Context): Promise<TaskRow & { alerted: boolean }> {
  const { temperature, answer } = input;
  const task = await readTask(context, input.taskId);
  const { profile } = await readRulebook(context, task.gridPath[0] ?? '', toCalendarDate(context.now));
  const alerted = temperature >= profile.feverFrom;
  const closed = await close(context, task, input, { status: 'done', temperature, answer }, async () => {
    if (alerted) await alert(context, task, { temperature, answer }, profile);
  });
  return { ...taskRow(closed), alerted: (closed.temperature ?? 0) >= profile.feverFrom };
}

/** 不用量: says why. */
export const dropTask = async (input: Dropped, context: Context): Promise<TaskRow> => {
  const task = await readTask(context, input.taskId);
  const closing: Closing = { status: 'dropped', temperature: null, answer: input.answer };
  return taskRow(await close(context, task, input, closing, () => Promise.resolve()));
};

/** One act, once, on what the caller saw; `before` runs before it is written. */
async function close(
  context: Context,
  task: MedicineTaskDocument,
  { requestId, version }: Seen,
  closing: Closing,
  before: () => Promise<void>,
): Promise<MedicineTaskDocument> {
  const key = actKey(context, requestId);
  if (task.requests.includes(key)) return task;
  if (task.status !== 'open') throw new AppError('CONFLICT', `${task.doneBy ?? '别人'}已经办过了`);
  if (task.version !== version) throw new AppError('CONFLICT', '别人刚改过，请看过最新内容再办');
  await before();
  const next: MedicineTaskDocument = {
    ...task,
    ...closing,
    doneBy: context.caller.name ?? '',
    version: task.version + 1,
    requests: remembering(task.requests, key),
  };
  if (await writeTask(context, task, next)) return next;
  const present = await readTask(context, task._id);
  if (!present.requests.includes(key)) throw new AppError('CONFLICT', '正好有别人也在办，请看过最新内容再办');
  return present;
}

async function alert(
  context: Context,
  task: MedicineTaskDocument,
  { temperature, answer }: { temperature: number; answer: string },
  profile: { climbAfterMinutes: number; reportWithinMinutes: number },
): Promise<void> {
  const file = await readFile(context, task.householdId);
  const observation = await readActiveOf(context, task.householdId, task.personId);
  const at = observation ?? file;
  await raiseAlert(context, {
    alertId: `medicine:${createHash('sha256').update(task._id).digest('base64url').slice(0, 24)}`,
    source: 'medicine',
    observationId: observation?._id ?? null,
    declarationId: observation?.declarationId ?? null,
    householdId: task.householdId,
    personId: task.personId,
    name: task.name,
    phoneMask: file.people.find(({ personId }) => personId === task.personId)?.phoneMask ?? null,
    gridId: at.gridId,
    gridPath: at.gridPath,
    pathNames: at.pathNames,
    temperature,
    symptoms: answer === '' ? [] : ['other'],
    other: answer,
    raisedByName: context.caller.name ?? '',
    climbAfterMinutes: profile.climbAfterMinutes,
    reportWithinMinutes: profile.reportWithinMinutes,
  });
}
