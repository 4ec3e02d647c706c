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
