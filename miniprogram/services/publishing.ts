import type { Contracts, InputOf, NoticeContent } from '../../cloudfunctions/contracts/index';
import { call } from './cloud';

type Publishing = Contracts['publishing'];
export type DraftSaving = InputOf<Publishing['saveDraft']>;
export type NoticeSending = InputOf<Publishing['send']>;

/** The same `requestId` is the same draft, however often it is kept. */
export const saveNoticeDraft = (draft: DraftSaving) => call('publishing', 'saveDraft', draft, 'safe');
/** My drafts, last written first. */
export const listDrafts = async () => (await call('publishing', 'drafts', {}, 'safe')).drafts;
export const readNoticeDraft = (draftId: string) => call('publishing', 'readDraft', { draftId }, 'safe');
export const discardDraft = (draftId: string) => call('publishing', 'discardDraft', { draftId }, 'safe');

export const countAudience = (audience: NoticeContent['audience'], kind: NoticeContent['kind']) =>
  call('publishing', 'countAudience', { audience, kind }, 'safe');

/** The same `requestId` is the same notice: pressed twice, or sent again after a lost answer, it goes out once. */
export const sendNotice = (form: NoticeSending) => call('publishing', 'send', form, 'safe');
/** A notice as those who write and agree see it. */
export const readWritten = (noticeId: string) => call('publishing', 'show', { noticeId }, 'safe');

export type NoticeTab = InputOf<Publishing['list']>['tab'];
/** The notice as it was when one decided what to do with it; the same `requestId` does it once. */
export type NoticeSeen = { requestId: string; noticeId: string; version: number };

/** One page of the notices of my grids; `after` is the last page's `next`. */
export const listWritten = (tab: NoticeTab, after?: string) =>
  call('publishing', 'list', { tab, ...(after === undefined ? {} : { after }) }, 'safe');
export const agreeToNotice = (seen: NoticeSeen) =>
  call('publishing', 'decide', { ...seen, agreed: true }, 'safe');
export const sendBackNotice = (seen: NoticeSeen, reason: string) =>
  call('publishing', 'decide', { ...seen, agreed: false, reason }, 'safe');
export const withdrawNotice = (seen: NoticeSeen, reason: string) =>
  call('publishing', 'withdraw', { ...seen, reason }, 'safe');
