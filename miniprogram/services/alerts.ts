import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Alerts = Contracts['alerts'];
export type AlertTab = InputOf<Alerts['list']>['tab'];
export type AssessForm = InputOf<Alerts['assess']>;
export type ReferForm = InputOf<Alerts['refer']>;
export type CloseForm = InputOf<Alerts['close']>;

/** One page of the alerts in my grids, most urgent first; `after` is the last page's `next`. */
export const listAlerts = (tab: AlertTab, after?: string) =>
  call('alerts', 'list', { tab, ...(after === undefined ? {} : { after }) }, 'safe');

export const readAlert = (alertId: string) => call('alerts', 'show', { alertId }, 'safe');

/** The number to call about an alert. Each opening is recorded, so the phone does not repeat it by itself. */
export const openAlertPhone = (alertId: string, whose: 'person' | 'head') =>
  call('alerts', 'phone', { alertId, whose }, 'never');

/** 我来处理: whoever comes first has it. */
export const acknowledgeAlert = (alertId: string) => call('alerts', 'acknowledge', { alertId }, 'safe');

export const assessAlert = (form: AssessForm) => call('alerts', 'assess', form, 'safe');

export const referAlert = (form: ReferForm) => call('alerts', 'refer', form, 'safe');

/** The town has been told. */
export const reportAlert = (alertId: string) => call('alerts', 'reportUp', { alertId }, 'safe');

export const closeAlert = (form: CloseForm) => call('alerts', 'close', form, 'safe');

/** Alerts of my own household and what happens next. */
export const listMyAlerts = () => call('alerts', 'mine', {}, 'safe');

/** Fever clinics of my town. */
export const listClinics = () => call('alerts', 'clinics', {}, 'safe');

export const setClinics = (clinics: string[]) => call('alerts', 'setClinics', { clinics }, 'safe');
