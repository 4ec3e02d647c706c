import type { Contracts, InputOf, OutputOf } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Settlement = Contracts['settlement'];
export type SettlementView = OutputOf<Settlement['show']>;
export type DifferenceKind = InputOf<Settlement['differences']>['kind'];
export type DifferenceRow = OutputOf<Settlement['differences']>['rows'][number];
export type Counting = SettlementView['counting'];
export type SignForm = InputOf<Settlement['sign']>;
export type SettleForm = InputOf<Settlement['settle']>;
export type CorrectionForm = InputOf<Settlement['correct']>;

const from = (after: string | undefined) => (after === undefined ? {} : { after });

export const readSettlement = (roundId: string) => call('settlement', 'show', { roundId }, 'safe');

/** One page of the households behind a difference. */
export const listDifferences = (roundId: string, kind: DifferenceKind, after?: string) =>
  call('settlement', 'differences', { roundId, kind, ...from(after) }, 'safe');

/** One page of all that moved in a round. */
export const listEntries = (roundId: string, after?: string) =>
  call('settlement', 'entries', { roundId, ...from(after) }, 'safe');

/** What I counted, in fen; answers how far the counting is, and nobody else's figure. */
export const countCash = async (form: InputOf<Settlement['countCash']>) =>
  (await call('settlement', 'countCash', form, 'safe')).counting;

export const signSettlement = (form: SignForm) => call('settlement', 'sign', form, 'safe');
export const settleRound = (form: SettleForm) => call('settlement', 'settle', form, 'safe');
export const correctOrder = (form: CorrectionForm) => call('settlement', 'correct', form, 'safe');
