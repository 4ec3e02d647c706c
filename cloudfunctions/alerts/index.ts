import * as cloud from 'wx-server-sdk';
import { alertsContract } from '../contracts/alerts';
import { serve } from '../kernel/serve';
import { acknowledgeAlert } from './acknowledge-alert';
import { assessAlert } from './assess-alert';
import { callAboutAlert } from './call-about-alert';
import { listClinics, setClinics } from './clinics';
import { closeAlert } from './close-alert';
import { listAlerts } from './list-alerts';
import { listMyAlerts } from './list-my-alerts';
import { referAlert } from './refer-alert';
import { reportAlert } from './report-alert';
import { showAlert } from './show-alert';
import { tick } from './tick';

export const main = serve(
  'alerts',
  alertsContract,
  {
    list: listAlerts,
    show: showAlert,
    phone: callAboutAlert,
    acknowledge: acknowledgeAlert,
    assess: assessAlert,
    refer: referAlert,
    reportUp: reportAlert,
    close: closeAlert,
    mine: listMyAlerts,
    clinics: listClinics,
    setClinics,
    tick,
  },
  cloud,
);
