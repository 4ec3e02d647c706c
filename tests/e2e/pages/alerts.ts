import { judged, referred, taken } from '../../support/alerts';
import { alertIn } from './business';
import { VILLAGER, OFFICER, DOCTOR, at, type PageVisit } from './visit';

export const ALERTS_PAGES: readonly PageVisit[] = [
  {
    name: 'alerts',
    openid: DOCTOR,
    route: (town) => {
      alertIn(town);
      return '/packages/alerts/list/index';
    },
    shows: '去处理这个异常',
  },
  {
    name: 'alert',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/detail/index?alertId=${alertIn(town)}`,
    shows: '我来处理',
  },
  {
    name: 'alert-referred',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/detail/index?alertId=${alertIn(town, referred)}`,
    shows: '已报镇里',
  },
  {
    name: 'alert-assess',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/assess/index?alertId=${alertIn(town, taken)}`,
    shows: '看到的情况',
  },
  {
    name: 'alert-refer',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/refer/index?alertId=${alertIn(town, judged('suspected'))}`,
    shows: '谁护送',
  },
  {
    name: 'alert-close',
    openid: DOCTOR,
    route: (town) => `/packages/alerts/close/index?alertId=${alertIn(town, judged('keepWatching'))}`,
    shows: '结果说明',
  },
  { name: 'alerts-mine', openid: VILLAGER, route: at('/packages/alerts/mine/index'), shows: '家里没有异常' },
  { name: 'clinics', openid: OFFICER, route: at('/packages/alerts/clinics/index'), shows: '加进名单' },
];
