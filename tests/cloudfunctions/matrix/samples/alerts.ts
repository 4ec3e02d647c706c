import type { AlertDocument } from '../../../../cloudfunctions/alerts/alert.document';
import { judged, putAlert, taken } from '../../../support/alerts';
import { newRequestId } from '../../../support/forms';
import { nowIn, type World } from '../world';
import type { SamplesOf } from './samples-of';

export const alerts: SamplesOf<'alerts'> = {
  list: (world) => {
    alertIn(world);
    return { tab: 'all' };
  },
  show: (world) => ({ alertId: alertIn(world) }),
  phone: (world) => ({ alertId: alertIn(world), whose: 'head' }),
  acknowledge: (world) => ({ alertId: alertIn(world) }),
  assess: (world) => ({
    requestId: newRequestId(),
    alertId: alertIn(world, taken),
    version: 1,
    finding: 'keepWatching',
    temperature: 36.9,
    words: '再量过，精神还好',
  }),
  refer: (world) => ({
    requestId: newRequestId(),
    alertId: alertIn(world, judged('suspected')),
    version: 1,
    hospital: '县医院发热门诊',
    transport: '救护车',
    escort: '村医护送',
    leavesAt: nowIn(world),
  }),
  reportUp: (world) => ({ alertId: alertIn(world, taken) }),
  close: (world) => ({
    requestId: newRequestId(),
    alertId: alertIn(world, judged('normalOnRecheck')),
    version: 1,
    outcome: 'excluded',
    words: '再量三次都正常',
  }),
  mine: (world) => {
    alertIn(world);
    return {};
  },
  clinics: () => ({}),
  setClinics: () => ({ clinics: ['县人民医院发热门诊'] }),
  tick: () => ({}),
};

export const alertIn = ({ township, enrolled }: World, changes: Partial<AlertDocument> = {}): string =>
  putAlert(township, enrolled.householdId, changes);
