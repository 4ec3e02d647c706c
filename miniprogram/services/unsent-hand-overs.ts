import type { PickupRow } from '../../cloudfunctions/contracts/pickup';
import { keepHandingRow } from './handing-list';
import {
  handOverGoods,
  markNoShow,
  refundGoods,
  takePayment,
  type HandOverForm,
  type NoShowForm,
  type PaymentForm,
  type RefundForm,
} from './pickup';
import { uploadPhoto } from './photos';
import { type Kept, unsentActs } from './unsent';

/** What happened at the counter or at a door. `photoPath`: goods at the door, as a file on this phone; empty without. */
type Happened =
  | { action: 'handOver'; form: HandOverForm; photoPath: string }
  | { action: 'takePayment'; form: PaymentForm }
  | { action: 'refund'; form: RefundForm }
  | { action: 'noShow'; form: NoShowForm };
/** `what`: 交了 3 样，收 88 元 */
export type CounterAct = Happened & { name: string; what: string };
export type KeptAct = Kept<CounterAct>;

const FOLDER = 'deliveries';

const acts = unsentActs<CounterAct, PickupRow>({
  key: 'unsent-hand-overs',
  send: async (act, waitedSince) => {
    const row = await call(act, waitedSince === null ? {} : { at: new Date(waitedSince).toISOString() });
    keepHandingRow(row);
    return row;
  },
  full: '没有记上，手机也存不下了。请先写在纸上，有网时再记',
});

export const keptActs = acts.kept;
export const watchKeptActs = acts.watch;
export const submitAct = acts.submit;
export const sendKeptActs = acts.sendKept;
export const keepSendingActs = acts.keepSending;
export const forgetAct = acts.forget;

async function call(act: CounterAct, happened: { at?: string }): Promise<PickupRow> {
  switch (act.action) {
    case 'handOver': {
      const photo = act.photoPath === '' ? null : await uploadPhoto(FOLDER, act.photoPath, () => undefined);
      return handOverGoods({ ...act.form, photo, ...happened });
    }
    case 'takePayment':
      return takePayment({ ...act.form, ...happened });
    case 'refund':
      return refundGoods({ ...act.form, ...happened });
    case 'noShow':
      return markNoShow({ ...act.form, ...happened });
  }
}
