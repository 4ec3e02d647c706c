import { chinaTime, toTimestamp } from '../../cloudfunctions/kernel/clock';
import { vaultOf } from '../../cloudfunctions/kernel/vault';
import {
  listKeyOf,
  type MedicineSaleDocument,
  type MedicineTaskDocument,
} from '../../cloudfunctions/medicines/sale.document';
import { newTask } from '../../cloudfunctions/medicines/task.repository';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { newRequestId, newResidentId } from './forms';
import type { Township, Village } from './township';

type Here = Pick<Township, 'simulator' | 'documents'>;

/** Somebody of a household is to have their temperature taken: its head. */
export function putTemperatureTask(
  { simulator, documents }: Here,
  householdId: string,
  changes: Partial<MedicineTaskDocument> = {},
): MedicineTaskDocument {
  const file = documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;
  const now = chinaTime(simulator.clock.now());
  const head = file.people.find(({ relation }) => relation === 'head') ?? file.people[0]!;
  const task: MedicineTaskDocument = {
    ...newTask(`round-test:${householdId}:${newRequestId()}`, file, head, '退烧药：布洛芬缓释胶囊 1 盒', {
      now,
    }),
    ...changes,
  };
  simulator.database.insertMany('medicine_tasks', [task]);
  return task;
}

/** One row of the register, sold over a counter of a village to somebody who has no household there. */
export function putSale(
  { simulator, town }: Pick<Township, 'simulator' | 'town'>,
  village: Pick<Village, 'gridPath' | 'name'>,
  changes: Partial<MedicineSaleDocument> = {},
): MedicineSaleDocument {
  const vault = vaultOf(simulator.secrets);
  const soldAt = toTimestamp(chinaTime(simulator.clock.now()));
  const number = newResidentId();
  const _id = changes._id ?? `c-test-${newRequestId()}`;
  const sale: MedicineSaleDocument = {
    _id,
    source: 'counter',
    supplierId: 's-test',
    supplierName: '平安药店',
    gridPath: village.gridPath,
    pathNames: [town.name, village.name],
    householdId: null,
    personId: null,
    name: '路过的人',
    papersType: 'residentId',
    papers: vault.seal('papers', number),
    papersIndex: vault.indexOf('papers', `residentId:${number}`),
    papersMask: `${number.slice(0, 3)}***********${number.slice(-4)}`,
    phone: vault.seal('phone', '19100000000'),
    phoneMask: '191****0000',
    itemName: '布洛芬缓释胶囊',
    spec: '0.3 克，24 粒',
    drugClass: 'fever',
    quantity: 1,
    temperature: 37.8,
    symptoms: '头痛',
    soldAt,
    byName: '测试人员',
    listKey: listKeyOf(changes.soldAt ?? soldAt, _id),
    ...changes,
  };
  simulator.database.insertMany('medicine_sales', [sale]);
  return sale;
}
