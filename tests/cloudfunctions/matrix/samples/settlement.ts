import { vaultOf } from '../../../../cloudfunctions/kernel/vault';
import type { OrderDocument } from '../../../../cloudfunctions/orders/order.document';
import type { SettlementDocument } from '../../../../cloudfunctions/settlement/settlement.document';
import { putArrivedRound, putShare } from '../../../support/arrived-rounds';
import { SIGNATURE } from '../../../support/declarations';
import { newRequestId } from '../../../support/forms';
import type { World } from '../world';
import type { SamplesOf } from './samples-of';

export const settlement: SamplesOf<'settlement'> = {
  show: (world) => ({ roundId: counted(world).roundId }),
  differences: (world) => ({ roundId: counted(world).roundId, kind: 'uncollected' }),
  entries: (world) => ({ roundId: counted(world).roundId }),
  countCash: (world) => ({ ...act(counted(world)), cash: 0 }),
  sign: (world) => ({ ...act(counted(world)), seen: NOTHING, signature: SIGNATURE, signer: '唐波' }),
  settle: (world) => ({ ...act(counted(world)), seen: NOTHING, explanation: '这一户不要了' }),
  correct: (world) => ({
    requestId: newRequestId(),
    orderId: counted(world, { settledBy: { openid: 'o-test', name: '测试人员', at: AT } })._id,
    lines: [{ itemId: 'veg', quantity: 1 }],
    money: 2500,
    reason: '当时领了，没记上',
  }),
};

const AT = '2026-11-21T18:00:00+08:00';
const NOTHING = { delivered: 0, paid: 0, cash: 0 };

/** The enrolled household's order, which it did not fetch; two people counted no cash, and the supplier signed that. */
function counted({ township, enrolled }: World, changes: Partial<SettlementDocument> = {}): OrderDocument {
  const round = putArrivedRound(township);
  const order = putShare(township, round, { householdId: enrolled.householdId });
  const { simulator } = township;
  const vault = vaultOf(simulator.secrets);
  const document: SettlementDocument = {
    _id: round._id,
    gridPath: round.gridPath,
    counts: ['one', 'other'].map((who) => ({
      openid: `o-test-${who}`,
      phoneIndex: null,
      papersIndex: null,
      name: '测试人员',
      cash: 0,
      at: AT,
    })),
    signature: {
      strokes: vault.seal('signature', SIGNATURE),
      byName: '测试人员',
      openid: 'o-test-one',
      at: AT,
      figures: NOTHING,
    },
    totals: null,
    explanation: '',
    settledBy: null,
    version: 3,
    requests: [],
    ...changes,
  };
  simulator.database.insertMany('settlements', [document]);
  return order;
}

const act = ({ roundId }: OrderDocument) => ({ requestId: newRequestId(), roundId });
