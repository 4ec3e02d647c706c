import type { MedicineTaskDocument } from '../../../../cloudfunctions/medicines/sale.document';
import { newPhone, newRequestId, newResidentId } from '../../../support/forms';
import { putSale, putTemperatureTask } from '../../../support/medicines';
import { putPharmacy } from '../../../support/suppliers';
import { nowIn, type World } from '../world';
import type { SamplesOf } from './samples-of';

export const medicines: SamplesOf<'medicines'> = {
  sell: ({ township }) => ({
    requestId: newRequestId(),
    supplierId: putPharmacy(township, township.here)._id,
    itemName: '布洛芬缓释胶囊',
    spec: '0.3 克，24 粒',
    drugClass: 'fever',
    quantity: 1,
    name: '路过的人',
    papers: { type: 'residentId', number: newResidentId() },
    phone: newPhone(),
    temperature: 37.8,
    symptoms: '头痛',
  }),
  mySales: ({ township }) => ({ supplierId: putPharmacy(township, township.here)._id }),
  register: (world) => ({ ...today(world), drugClass: 'fever' }),
  openNumber: ({ township }) => ({
    saleId: putSale(township, township.here)._id,
    field: 'papers',
    reason: '上级要核对',
  }),
  export: (world) => ({ ...today(world), reason: '上报县里' }),
  tasks: () => ({ status: 'open' }),
  task: (world) => ({ taskId: taskIn(world)._id }),
  taskPhone: (world) => ({ taskId: taskIn(world)._id }),
  finishTask: (world) => ({ ...seen(taskIn(world)), temperature: 36.6, answer: '量了两次都正常' }),
  dropTask: (world) => ({ ...seen(taskIn(world)), answer: '买来备着的' }),
};

const today = (world: World) => ({ from: nowIn(world).slice(0, 10), until: nowIn(world).slice(0, 10) });
const taskIn = ({ township, enrolled }: World): MedicineTaskDocument =>
  putTemperatureTask(township, enrolled.householdId);
const seen = ({ _id, version }: MedicineTaskDocument) => ({
  requestId: newRequestId(),
  taskId: _id,
  version,
});
