import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';
import { openDownloaded } from './spreadsheets';

type Medicines = Contracts['medicines'];
export type SaleForm = InputOf<Medicines['sell']>;
export type TaskStatus = InputOf<Medicines['tasks']>['status'];
export type RegisterDays = Pick<InputOf<Medicines['register']>, 'from' | 'until' | 'drugClass'>;
export type TaskSeen = Pick<InputOf<Medicines['dropTask']>, 'requestId' | 'taskId' | 'version'>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

/** Registers a sale over the counter. The same `requestId` is one sale, however often it is sent. */
export const registerSale = (form: SaleForm) => call('medicines', 'sell', form, 'safe');
/** One page of what my pharmacy registered, newest first. */
export const listMySales = (supplierId: string, after?: string) =>
  call('medicines', 'mySales', { supplierId, ...from(after) }, 'safe');

/** One page of the town's register, newest first. */
export const listRegister = (days: RegisterDays, after?: string) =>
  call('medicines', 'register', { ...days, ...from(after) }, 'safe');
/** Opens one number. Each opening is recorded and counted, so it is never sent twice by itself. */
export const openSaleNumber = async (saleId: string, field: 'papers' | 'phone', reason: string) =>
  (await call('medicines', 'openNumber', { saleId, field, reason }, 'never')).value;

/** Has the register made into a spreadsheet, and opens it; answers how many rows it holds. */
export async function openRegisterExport(asked: InputOf<Medicines['export']>): Promise<number> {
  const { url, rows } = await call('medicines', 'export', asked, 'never');
  await openDownloaded(url);
  return rows;
}

/** One page of those whose temperature is to be taken, or was. */
export const listTemperatureTasks = (status: TaskStatus, after?: string) =>
  call('medicines', 'tasks', { status, ...from(after) }, 'safe');
export const readTemperatureTask = (taskId: string) => call('medicines', 'task', { taskId }, 'safe');
export const openTaskPhone = async (taskId: string) =>
  (await call('medicines', 'taskPhone', { taskId }, 'never')).value;
export const finishTemperatureTask = (form: InputOf<Medicines['finishTask']>) =>
  call('medicines', 'finishTask', form, 'safe');
export const dropTemperatureTask = (seen: TaskSeen, answer: string) =>
  call('medicines', 'dropTask', { ...seen, answer }, 'safe');
