import { countersOnly, doctors, office, phones, type Answer, type Row, type RowsOf } from './rows';

/** Whoever works for the pharmacy that the sample is about. */
const pharmacists = (answer: Answer): Row => ({
  ...phones('FORBIDDEN'),
  'supplier here': answer,
  'supplier there': 'NOT_FOUND',
});
/** Any office: of its own grids. */
const offices = (answer: Answer): Row => ({ ...office(answer), 'townOfficer there': answer });
const everyDoctor = (answer: Answer): Row => ({ ...doctors(answer), 'villageDoctor there': answer });

export const medicines: RowsOf<'medicines'> = {
  sell: pharmacists('ok'),
  mySales: pharmacists('ok'),
  register: offices('ok'),
  openNumber: office('ok'),
  export: offices('ok'),
  tasks: countersOnly(everyDoctor('ok')),
  task: countersOnly(doctors('ok')),
  taskPhone: countersOnly(doctors('ok')),
  finishTask: countersOnly(doctors('ok')),
  dropTask: countersOnly(doctors('ok')),
};
