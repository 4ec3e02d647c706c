import { CloudError } from '../../../services/cloud';
import { readDraft, removeDraft } from '../../../services/drafts';
import { keptNotices } from '../../../services/notice-drafts';
import { lastSource } from '../../../services/notice-source';
import { listDrafts, readNoticeDraft, readWritten } from '../../../services/publishing';
import { makeRequestId } from '../../../services/request-id';
import { readRumour } from '../../../services/rumours';
import { calendarDate } from '../../../shared/dates';
import { SAID_GAP, templateOf } from '../../../shared/notice-templates';
import { oneLine } from '../../../shared/words';
import { keptName } from '../kept-name';
import { BLANK, formOfDraft, formOfNotice, formOfTemplate, isNoticeForm, type NoticeForm } from './form';

/** What the page was opened for. `kept`: the request id of a draft that only this phone has. */
export type Query = {
  draftId?: string;
  kept?: string;
  replaces?: string;
  template?: string;
  refutes?: string;
};

/** The form, and why it can't go on as it is: another phone has written on. */
export type Begun = { form: NoticeForm; clash: boolean };

const goOn = (form: NoticeForm): Begun => ({ form, clash: false });

/** What the form begins with: a draft, a notice to be corrected, a template, a rumour to be answered, or nothing. */
export async function begin(query: Query): Promise<Begun> {
  if (query.kept !== undefined)
    return goOn(readDraft(keptName(query.kept), isNoticeForm) ?? (await fresh(BLANK)));
  if (query.draftId !== undefined) return beginDraft(query.draftId);
  if (query.replaces !== undefined) return beginCorrection(query.replaces);
  if (query.refutes !== undefined) return beginRefutation(query.refutes);
  const template = templateOf(query.template ?? '');
  return goOn(await fresh(template ? formOfTemplate(template) : BLANK));
}

/** A new form: its own id, and the office that mostly speaks here. */
async function fresh(form: NoticeForm): Promise<NoticeForm> {
  return {
    ...form,
    requestId: await makeRequestId(),
    ...(form.organisation === '' && {
      organisation: lastSource()?.organisation ?? '',
      date: calendarDate(Date.now()),
    }),
  };
}

/** The cloud's draft, with what this phone could not send yet; without a network what this phone has. */
async function beginDraft(draftId: string): Promise<Begun> {
  const kept = keptNotices()
    .map(({ requestId }) => readDraft(keptName(requestId), isNoticeForm))
    .find((form) => form?.draftId === draftId);
  try {
    const draft = await readNoticeDraft(draftId);
    if (!kept?.unsaved) return goOn(formOfDraft(draft));
    return { form: kept, clash: kept.version !== draft.version };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (kept && error.code === 'NETWORK') return goOn(kept);
    if (kept && error.code === 'NOT_FOUND') removeDraft(keptName(kept.requestId));
    throw error;
  }
}

/** A correction that was begun before goes on. */
async function beginCorrection(noticeId: string): Promise<Begun> {
  const begun = (await listDrafts()).find(({ replaces }) => replaces === noticeId);
  if (begun) return beginDraft(begun.draftId);
  return goOn(await fresh(formOfNotice(await readWritten(noticeId))));
}

/** An answer to a rumour begins with what is told, for the grids where it was told. */
async function beginRefutation(rumourId: string): Promise<Begun> {
  const begun = (await listDrafts()).find(({ answers }) => answers === rumourId);
  if (begun) return beginDraft(begun.draftId);
  const { text, told } = await readRumour(rumourId);
  const template = templateOf('refutation');
  const form = template ? formOfTemplate(template) : BLANK;
  const said = text === '' ? SAID_GAP : `“${oneLine(text)}”`;
  return goOn(
    await fresh({
      ...form,
      answers: rumourId,
      gridIds: [...new Set(told.map(({ gridId }) => gridId))],
      cards: form.cards.map((card) => ({ ...card, text: card.text.replace(SAID_GAP, said) })),
    }),
  );
}
