import type { DraftRow } from '../../../../cloudfunctions/contracts/index';
import type { KeptNotice } from '../../../services/notice-drafts';
import { momentText, type Moment } from '../../../shared/dates';
import { NOTICE_KINDS } from '../../../shared/labels';
import { NOTICE_TEMPLATES } from '../../../shared/notice-templates';

/** Something half written, as the page shows it. */
export type DraftCard = {
  key: string;
  title: string;
  note: string;
  /** Why a second person sent it back; empty when nobody did. */
  returned: string;
  /** Where it goes on. */
  url: string;
  /** Empty for one that the cloud does not have. */
  draftId: string;
  requestId: string;
};

const titleOf = (title: string): string => (title === '' ? '还没有标题' : title);

const ofCloud = (
  { draftId, requestId, kind, title, replaces, returnedBecause, savedAt }: DraftRow,
  now: Moment,
): DraftCard => ({
  key: draftId,
  draftId,
  requestId,
  title: titleOf(title),
  note: `${replaces === null ? NOTICE_KINDS[kind] : '更正'}，${momentText(savedAt, now)} 写的`,
  returned: returnedBecause ?? '',
  url: `../write/index?draftId=${encodeURIComponent(draftId)}`,
});

const ofPhone = ({ requestId, draftId, title, savedAt }: KeptNotice, now: Moment): DraftCard => ({
  key: requestId,
  draftId,
  requestId,
  title: titleOf(title),
  note: `已存在这部手机，${momentText(savedAt, now)} 写的`,
  returned: '',
  url: `../write/index?kept=${encodeURIComponent(requestId)}`,
});

/** What only this phone has comes first: it is what may get lost. Without a network the phone's own copies are all there is. */
export const draftCards = (
  drafts: readonly DraftRow[],
  kept: readonly KeptNotice[],
  now: Moment,
): DraftCard[] => [
  ...kept
    .filter(({ requestId }) => !drafts.some((draft) => draft.requestId === requestId))
    .map((one) => ofPhone(one, now)),
  ...drafts.map((draft) => ofCloud(draft, now)),
];

export const TEMPLATE_ROWS = NOTICE_TEMPLATES.map(({ key, name, use }) => ({ key, name, use }));
