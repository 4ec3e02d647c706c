import type {
  DraftContent,
  DraftView,
  NoticeContent,
  WrittenNotice,
} from '../../../../cloudfunctions/contracts/index';
import type { Draft } from '../../../services/drafts';
import type { Attachment } from '../../../services/notice-files';
import type { DraftSaving, NoticeSending } from '../../../services/publishing';
import { calendarDate, timeText } from '../../../shared/dates';
import type { NoticeFactName, NoticeKindName } from '../../../shared/labels';
import type { NoticeTemplate } from '../../../shared/notice-templates';
import { oneLine } from '../../../shared/words';
import { type Card, cardsOf, newCard, writtenBody } from './cards';

/** Who among a grid's people: all its households, some of them, or staff alone. */
export type Whom = 'everybody' | 'tagged' | 'staff';
type Audience = NoticeContent['audience'];

/** The form on this phone: every answer as it was typed. */
export type NoticeForm = Draft & {
  requestId: string;
  /** What the cloud calls the draft; empty and 0 before it has it. */
  draftId: string;
  version: number;
  /** Something was written since the cloud had it. */
  unsaved: boolean;
  step: number;
  kind: NoticeKindName;
  title: string;
  facts: Record<NoticeFactName, string>;
  cards: Card[];
  attachments: Attachment[];
  organisation: string;
  documentNumber: string;
  date: string;
  scan: string;
  /** Empty: always. */
  validUntil: string;
  gridIds: string[];
  whom: Whom;
  tags: Audience['tags'];
  roles: Audience['roles'];
  wanted: 'read' | 'confirm';
  pinned: boolean;
  sending: 'now' | 'later';
  sendDate: string;
  sendTime: string;
  replaces: string;
  answers: string;
  returnedBecause: string;
};

export const BLANK: NoticeForm = {
  savedAt: 0,
  requestId: '',
  draftId: '',
  version: 0,
  unsaved: false,
  step: 0,
  kind: 'notice',
  title: '',
  facts: { when: '', where: '', who: '', bring: '' },
  cards: [newCard([], 'paragraph')],
  attachments: [],
  organisation: '',
  documentNumber: '',
  date: '',
  scan: '',
  validUntil: '',
  gridIds: [],
  whom: 'everybody',
  tags: [],
  roles: [],
  wanted: 'confirm',
  pinned: false,
  sending: 'now',
  sendDate: '',
  sendTime: '',
  replaces: '',
  answers: '',
  returnedBecause: '',
};

export const isNoticeForm = (value: object): value is NoticeForm =>
  Object.keys(BLANK).every((key) => key in value);

const FACT_ORDER = ['when', 'where', 'who', 'bring'] as const;

const audienceForm = ({ gridIds, households, tags, roles }: Audience) => ({
  gridIds,
  tags,
  roles,
  whom: (!households ? 'staff' : tags.length > 0 ? 'tagged' : 'everybody') as Whom,
});

/** What a notice says, as this form asks for it. */
const contentForm = (content: DraftContent) => ({
  kind: content.kind,
  title: content.title,
  facts: Object.fromEntries(
    FACT_ORDER.map((label) => [label, content.facts.find((fact) => fact.label === label)?.text ?? '']),
  ) as Record<NoticeFactName, string>,
  cards: content.body.length > 0 ? cardsOf(content.body) : BLANK.cards,
  attachments: content.attachments,
  organisation: content.source.organisation,
  documentNumber: content.source.documentNumber,
  date: content.source.date,
  scan: content.source.scan ?? '',
  validUntil: content.validUntil ?? '',
  wanted: content.wanted,
  pinned: content.pinned,
  ...audienceForm(content.audience),
});

/** A draft as the cloud has it. */
export const formOfDraft = (draft: DraftView): NoticeForm => ({
  ...BLANK,
  ...contentForm(draft.content),
  requestId: draft.requestId,
  draftId: draft.draftId,
  version: draft.version,
  sending: draft.publishAt === null ? 'now' : 'later',
  sendDate: draft.publishAt === null ? '' : calendarDate(draft.publishAt),
  sendTime: draft.publishAt === null ? '' : timeText(draft.publishAt),
  replaces: draft.replaces ?? '',
  answers: draft.answers ?? '',
  returnedBecause: draft.returnedBecause ?? '',
});

/** A correction begins with what is out already. */
export const formOfNotice = (notice: WrittenNotice): NoticeForm => ({
  ...BLANK,
  ...contentForm(notice),
  replaces: notice.noticeId,
});

export const formOfTemplate = ({ kind, title, facts, body, wanted }: NoticeTemplate): NoticeForm => ({
  ...BLANK,
  kind,
  title,
  facts: { ...BLANK.facts, ...Object.fromEntries(facts.map(({ label, text }) => [label, text])) },
  cards: cardsOf(body),
  wanted,
});

/** Whom it goes to. */
export const audienceOf = ({ gridIds, whom, tags, roles }: NoticeForm): Audience => ({
  gridIds,
  roles,
  households: whom !== 'staff',
  tags: whom === 'tagged' ? tags : [],
});

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Everything that it says so far. */
export const contentOf = (form: NoticeForm): DraftContent => ({
  kind: form.kind,
  title: oneLine(form.title),
  facts: FACT_ORDER.filter((label) => oneLine(form.facts[label]) !== '').map((label) => ({
    label,
    text: oneLine(form.facts[label]),
  })),
  body: writtenBody(form.cards).body,
  attachments: form.attachments,
  source: {
    organisation: oneLine(form.organisation),
    documentNumber: oneLine(form.documentNumber),
    date: form.date,
    scan: orNull(form.scan),
  },
  validUntil: orNull(form.validUntil),
  audience: audienceOf(form),
  wanted: form.wanted,
  pinned: form.pinned,
});

/** When it is to go out; null for at once, and while day or time is missing. */
export const publishAtOf = ({ sending, sendDate, sendTime }: NoticeForm): string | null =>
  sending === 'later' && sendDate !== '' && sendTime !== '' ? `${sendDate}T${sendTime}:00+08:00` : null;

const purposeOf = (form: NoticeForm) => ({
  publishAt: publishAtOf(form),
  replaces: orNull(form.replaces),
  answers: orNull(form.answers),
});

export const savingOf = (form: NoticeForm): DraftSaving => ({
  requestId: form.requestId,
  version: form.version,
  content: contentOf(form),
  ...purposeOf(form),
});

/** What goes out; only what is complete is sent. */
export const sentForm = (form: NoticeForm): NoticeSending => ({
  requestId: form.requestId,
  content: contentOf(form),
  ...purposeOf(form),
});
