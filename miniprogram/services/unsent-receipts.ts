import { confirmNotice, isOnDuty, readToEnd } from './notices';
import { unsentActs } from './unsent';

/** That a notice was read to its end here, or confirmed; by my household, or by me on duty. One of each: its `requestId` is made of them. */
type Receipt = {
  step: 'read' | 'confirm';
  form: { requestId: string; noticeId: string; gridId: string; seconds: number };
};

const receipts = unsentActs<Receipt, object>({
  key: 'unsent-receipts',
  send: ({ step, form: { noticeId, gridId, seconds } }) => {
    const opening = { noticeId, ...(gridId !== '' && { gridId }) };
    return step === 'read' ? readToEnd({ ...opening, seconds }) : confirmNotice(opening);
  },
  full: '没有告诉网格员，手机也存不下了。请有网时再点一次',
});

// Nobody waits for an answer to a receipt: what the cloud won't take, because the notice is gone, is not kept.
receipts.watch((kept) => {
  for (const { form, problem } of kept) if (problem !== '') receipts.forget(form.requestId);
});

type About = Pick<Receipt['form'], 'noticeId' | 'gridId'>;
const idOf = (step: Receipt['step'], { noticeId, gridId }: About): string =>
  `${step}-${noticeId}-${isOnDuty(gridId) ? 'duty' : 'home'}`;

export const giveReceipt = (step: Receipt['step'], about: Omit<Receipt['form'], 'requestId'>) =>
  receipts.submit({ step, form: { ...about, requestId: idOf(step, about) } });

/** It waits on this phone for a network. */
export const isReceiptKept = (step: Receipt['step'], about: About): boolean =>
  receipts.kept().some(({ form }) => form.requestId === idOf(step, about));

export const watchKeptReceipts = receipts.watch;
export const sendKeptReceipts = receipts.sendKept;
export const keepSendingReceipts = receipts.keepSending;
