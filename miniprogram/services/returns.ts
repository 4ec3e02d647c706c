import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Returns = Contracts['returns'];
export type DeclareForm = InputOf<Returns['declare']>;
export type DeclareForForm = InputOf<Returns['declareFor']>;
export type AmendForm = InputOf<Returns['amend']>;
export type PlanForm = InputOf<Returns['changePlan']>;
export type CancelForm = InputOf<Returns['cancel']>;
export type ArrivalForm = InputOf<Returns['tellArrival']>;
export type CheckForm = InputOf<Returns['checkArrival']>;
export type PreviewForm = InputOf<Returns['previewCheck']>;
export type QueueTab = InputOf<Returns['queue']>['tab'];
export type DeclarationAct = InputOf<Returns['reclassify']>;

/** What the form asks about, by the rules for that day of arrival; with my household's people where I have one. */
export const readReturnForm = (needs: InputOf<Returns['form']>) => call('returns', 'form', needs, 'safe');

/** The same for a proxy, with the people of a household in my grids. */
export const readReturnFormFor = (needs: InputOf<Returns['formFor']>) =>
  call('returns', 'formFor', needs, 'safe');

/** Declares a return. The same `requestId` declares once, however often it is sent. */
export const declareReturn = (form: DeclareForm) => call('returns', 'declare', form, 'safe');

export const declareReturnFor = (form: DeclareForForm) => call('returns', 'declareFor', form, 'safe');

export const myDeclarations = () => call('returns', 'mine', {}, 'safe');

export const amendDeclaration = (form: AmendForm) => call('returns', 'amend', form, 'safe');

export const amendDeclarationFor = (form: AmendForm) => call('returns', 'amendFor', form, 'safe');

/** 我改行程了 */
export const changePlan = (form: PlanForm) => call('returns', 'changePlan', form, 'safe');

export const cancelDeclaration = (form: CancelForm) => call('returns', 'cancel', form, 'safe');

/** 我到了 */
export const tellArrival = (form: ArrivalForm) => call('returns', 'tellArrival', form, 'safe');

/** One page of the declarations in my grids; `after` is the last page's `next`. */
export const listDeclarations = (tab: QueueTab, after?: string) =>
  call('returns', 'queue', after === undefined ? { tab } : { tab, after }, 'safe');

export const readDeclaration = (declarationId: string) => call('returns', 'show', { declarationId }, 'safe');

/** Opens a phone number. Each opening is recorded and counted, so it is never sent twice by itself. */
export const openPhone = (declarationId: string, reason: string) =>
  call('returns', 'openPhone', { declarationId, reason }, 'never');

/** Opens the pictures for some minutes; recorded and counted as well. */
export const openPhotos = (declarationId: string, reason: string) =>
  call('returns', 'openPhotos', { declarationId, reason }, 'never');

/** What the check would decide; writes nothing. */
export const previewCheck = (form: PreviewForm) => call('returns', 'previewCheck', form, 'safe');

/** 核实: the measure begins. */
export const checkArrival = (form: CheckForm) => call('returns', 'checkArrival', form, 'safe');

export const didNotCome = (act: DeclarationAct, reason: string) =>
  call('returns', 'didNotCome', { ...act, reason }, 'safe');

export const reclassify = (act: DeclarationAct) => call('returns', 'reclassify', act, 'safe');

export const replayDecision = (declarationId: string) => call('returns', 'replay', { declarationId }, 'safe');
