import { DRUG_CLASSES, type DrugClassName } from '../../miniprogram/shared/labels';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import type { OrderDocument } from '../orders/order.document';
import { MEDICINE_TASKS, type MedicineTaskDocument } from './sale.document';
import { newTask } from './task.repository';

/** One line of an order for a drug of the four classes, and who of the household takes it. */
export type DrugLine = {
  patient: { personId: string; name: string };
  drugClass: Exclude<DrugClassName, 'none'>;
  itemName: string;
  quantity: number;
  unit: string;
};

/**
 * Asks the village doctor to take the temperature of whoever such a drug is ordered for: one task a person and order, however often the
 * order is written. Called before the order is, so that a process killed in between loses no task. One write a patient.
 */
export async function askForTemperature(
  context: Pick<Context, 'database' | 'now' | 'scope'>,
  order: Pick<OrderDocument, '_id' | 'householdId' | 'gridPath' | 'pathNames'>,
  lines: readonly DrugLine[],
): Promise<void> {
  const tasks = scoped<MedicineTaskDocument>(context, MEDICINE_TASKS, 'householdId');
  const patients = new Map(lines.map(({ patient }) => [patient.personId, patient]));
  for (const { personId, name } of patients.values()) {
    const _id = `${order._id}:${personId}`;
    const because = becauseOf(lines.filter(({ patient }) => patient.personId === personId));
    const file = { ...order, _id: order.householdId };
    const isNew = await tasks.insert(newTask(_id, file, { personId, name }, because, context));
    // Another drug in an order that is written again; whoever looked after it already knows enough.
    if (!isNew) await tasks.update({ _id, status: 'open' }, { because });
  }
}

/** 「退烧药：布洛芬缓释胶囊 1 盒；止咳药：甘草片 2 瓶」 */
export const becauseOf = (lines: readonly Omit<DrugLine, 'patient'>[]): string =>
  lines
    .map(
      ({ drugClass, itemName, quantity, unit }) =>
        `${DRUG_CLASSES[drugClass]}：${itemName} ${quantity} ${unit}`,
    )
    .join('；');
