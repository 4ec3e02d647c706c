import { call } from './cloud';

/** The library; all of it, or what has these words. */
export const listKnowledge = async (words: string) =>
  (await call('knowledge', 'shelf', words === '' ? {} : { words }, 'safe')).rows;

/** A text of the library as the beginning of a notice. */
export const readKnowledgeTemplate = async (noticeId: string) =>
  (await call('knowledge', 'template', { noticeId }, 'safe')).content;
