export const SAVED_NOTICES = 'saved_notices';

/** 收藏: what one account wants to find again, last saved last. One document, so that it goes with the account in one step. */
export type SavedNoticesDocument = {
  /** The WeChat openid. */
  _id: string;
  noticeIds: string[];
};
