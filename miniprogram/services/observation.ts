import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Observation = Contracts['observation'];
export type ReportForm = InputOf<Observation['report']>;
export type ReportForForm = InputOf<Observation['reportFor']>;
export type SpotCheckForm = InputOf<Observation['spotCheck']>;
export type SelfReportForm = InputOf<Observation['selfReport']>;
export type TestForm = InputOf<Observation['recordTest']>;
export type MoveForm = InputOf<Observation['move']>;
export type ExtendForm = InputOf<Observation['extend']>;
export type ResponsibleForm = InputOf<Observation['setResponsible']>;
type Act = InputOf<Observation['resume']>;
export type Mine = OutputOf<Observation['mine']>;
export type Record = OutputOf<Observation['record']>;

/** Who of my household is under observation, and what can be reported now. */
export const myObserved = () => call('observation', 'mine', {}, 'safe');

/** One reading. The same `requestId` counts once, however often it is sent. */
export const reportReading = (form: ReportForm) => call('observation', 'report', form, 'safe');

export const reportReadingFor = (form: ReportForForm) => call('observation', 'reportFor', form, 'safe');

/** The doctor measures again. */
export const spotCheck = (form: SpotCheckForm) => call('observation', 'spotCheck', form, 'safe');

/** Somebody of my household is not well. */
export const selfReport = (form: SelfReportForm) => call('observation', 'selfReport', form, 'safe');

/** One page of today's list; `after` is the last page's `next`. */
export const listToday = (filter: { dueOnly?: boolean; escalatedOnly?: boolean } = {}, after?: string) =>
  call('observation', 'today', after === undefined ? filter : { ...filter, after }, 'safe');

export const readRecord = (observationId: string) => call('observation', 'record', { observationId }, 'safe');

/** Of somebody of my household. */
export const readMyRecord = (observationId: string) =>
  call('observation', 'myRecord', { observationId }, 'safe');

/** The number to dial. Each opening is recorded, so it is never sent twice by itself. */
export const openPhone = (observationId: string) =>
  call('observation', 'openPhone', { observationId }, 'never');

export const explainGap = (act: Act, slot: string, text: string) =>
  call('observation', 'explainGap', { ...act, slot, text }, 'safe');

export const recordTest = (form: TestForm) => call('observation', 'recordTest', form, 'safe');

export const pauseObservation = (act: Act, reason: string) =>
  call('observation', 'pause', { ...act, reason }, 'safe');

export const resumeObservation = (act: Act) => call('observation', 'resume', act, 'safe');

/** Hands somebody over to the people of another grid, or only corrects the address. */
export const moveObservation = (form: MoveForm) => call('observation', 'move', form, 'safe');

export const extendObservation = (form: ExtendForm) => call('observation', 'extend', form, 'safe');

export const setResponsible = (form: ResponsibleForm) => call('observation', 'setResponsible', form, 'safe');

export const readDoorNotice = (observationId: string) =>
  call('observation', 'doorNotice', { observationId }, 'safe');

/** Of somebody of my household. */
export const readMyDoorNotice = (observationId: string) =>
  call('observation', 'myDoorNotice', { observationId }, 'safe');
