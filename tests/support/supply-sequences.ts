import fc from 'fast-check';
import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { SIGNATURE } from './declarations';
import { type Family, putFamily } from './families';
import { newRequestId } from './forms';
import { booksOf, faultsIn } from './reconciliation';
import { putOpenRound, roundItem, roundNow } from './rounds';
import { handingOut } from './sequence-at-the-counter';
import { ordering } from './sequence-of-orders';
import { putItem, putSupplier } from './suppliers';
import type { Phone, Township } from './township';

/** What has happened to one round, at random. */
export type SequenceResult = {
  roundId: string;
  /** Of all acts: how many were taken and how many refused, by what they were. */
  acts: Record<string, { ok: number; refused: number }>;
  /** What does not add up afterwards, in words. */
  faults: string[];
};

export type Scene = {
  township: Township;
  round: RoundDocument;
  families: Family[];
  /** The supplier's person, the leader, the office: three phones at three counters. */
  counters: Phone[];
  /** A whole number below `sides`. */
  roll: (sides: number) => number;
  /** Counts how an act went, and answers whether it was taken. */
  note: (act: string, reply: { ok: boolean; error?: { code: string; message: string } }) => boolean;
};

const HOUR = 3_600_000;
/** Refusals that are an answer; everything else is a fault. */
const ANSWERS = ['CONFLICT', 'INVALID_INPUT'];

/**
 * A round from its opening to after it was settled, with orders, edits, cancellations, shortages, substitutions, part hand-overs, no-shows, refunds,
 * retries and corrections in an order that `seed` decides, by the functions alone. What counts as reconciled is `faultsIn`. Moves the
 * simulator's clock by two days; its timers need not run.
 */
export async function runSupplySequence(
  township: Township,
  { seed, households = 6, steps = 40 }: { seed: number; households?: number; steps?: number },
): Promise<SequenceResult> {
  const acts: SequenceResult['acts'] = {};
  const faults: string[] = [];
  const supplier = putSupplier(township, township.here);
  const instead = putItem(township, supplier, { name: '鸭蛋', price: 2000 });
  const scene: Scene = {
    township,
    round: putOpenRound(township, {
      supplierId: supplier._id,
      items: [
        roundItem('veg', { price: 2500, limit: 3 }),
        roundItem('egg', { price: 2350, limit: 4, stock: households * 2 }),
        roundItem('soy', { price: 800, limit: 2, stock: households }),
      ],
    }),
    families: Array.from({ length: households }, (_, i) =>
      putFamily(township, { care: i % 3 === 0 ? ['livingAloneElderly'] : [] }),
    ),
    counters: (['supplier', 'gridLeader'] as const).map((role) =>
      township.as(township.holderOf(role, township.here.gridPath, `sequence-${seed}`)),
    ),
    roll: diceOf(seed),
    note: (act, reply) => {
      const counted = (acts[act] ??= { ok: 0, refused: 0 });
      if (reply.ok) counted.ok += 1;
      else counted.refused += 1;
      if (!reply.ok && !ANSWERS.includes(reply.error?.code ?? ''))
        faults.push(`${act} was answered ${reply.error?.code}: ${reply.error?.message}`);
      return reply.ok;
    },
  };
  const { round } = scene;
  await ordering(scene, steps);
  await township.simulator.clock.advance(25 * HOUR);
  await untilIdle(scene);
  await bringing(scene, instead._id);
  const kept = await handingOut(scene, steps);
  faults.push(...faultsIn(booksOf(township, round._id)));
  await settling(scene);
  // What was kept on phones until now is sent again: it is answered as it was, or refused.
  for (const resend of kept) await resend();
  await correcting(scene);
  faults.push(...faultsIn(booksOf(township, round._id)));
  return { roundId: round._id, acts, faults };
}

const ROLLS = 2_000;

/** The same dice for the same seed. */
function diceOf(seed: number): Scene['roll'] {
  const length = { minLength: ROLLS, maxLength: ROLLS };
  const [numbers = []] = fc.sample(fc.noBias(fc.array(fc.nat(), length)), { seed, numRuns: 1 });
  let rolled = 0;
  return (sides) => {
    rolled += 1;
    return (numbers[rolled % ROLLS] ?? 0) % sides;
  };
}

const MOST_TICKS = 10;

async function untilIdle({ township, round }: Scene): Promise<void> {
  for (let ticks = 0; ticks < MOST_TICKS; ticks += 1) {
    await township.simulator.fireTimer('rounds');
    const { status, job } = roundNow(township, round._id);
    if (status !== 'open' && job === null) return;
    await township.simulator.clock.advance(61_000);
  }
  throw new Error('A round had not been summed after ten minutes');
}

/** The supplier brings less than was ordered of some things, something else for part of that, and changes its mind once. */
async function bringing({ township, round, counters, roll, note }: Scene, insteadId: string): Promise<void> {
  const [seller] = counters as [Phone];
  const said = (demanded: number, itemId: string) => {
    const quantity = demanded - (roll(2) === 0 ? roll(demanded + 1) : 0);
    const missing = demanded - quantity;
    return {
      itemId,
      quantity,
      substitute: missing > 0 && roll(3) > 0 ? { itemId: insteadId, quantity: 1 + roll(missing) } : null,
    };
  };
  const seen = () => ({
    requestId: newRequestId(),
    roundId: round._id,
    version: roundNow(township, round._id).version,
  });
  for (let times = 1 + roll(2); times > 0; times -= 1) {
    const { demand } = roundNow(township, round._id);
    const items = Object.entries(demand!.byItem).map(([itemId, { quantity }]) => said(quantity, itemId));
    note('confirm', await seller.call('purchase', 'confirm', { ...seen(), items }));
    await untilIdle({ township, round } as Scene);
  }
  if (!note('arrive', await seller.call('purchase', 'arrive', seen())))
    throw new Error('The goods of a sequence did not arrive');
}

/** Counted by two, signed and settled; what differs is explained. */
async function settling({ township, round, counters, note }: Scene): Promise<void> {
  const [seller, leader] = counters as [Phone, Phone];
  const act = () => ({ requestId: newRequestId(), roundId: round._id });
  const { totals } = await leader.get('settlement', 'show', { roundId: round._id });
  const cash = Math.max(0, totals.byCash);
  for (const counter of [seller, leader])
    note('countCash', await counter.call('settlement', 'countCash', { ...act(), cash }));
  const seen = { delivered: totals.delivered, paid: totals.paid, cash };
  note('sign', await seller.call('settlement', 'sign', { ...act(), seen, signature: SIGNATURE }));
  const settle = { ...act(), seen, explanation: '有几户没来' };
  const replies = await Promise.all([1, 2].map(() => leader.call('settlement', 'settle', settle)));
  for (const reply of replies) note('settle', reply);
  if (roundNow(township, round._id).status !== 'settled') throw new Error('A sequence was not settled');
}

async function correcting({ township, round, counters, roll, note }: Scene): Promise<void> {
  const [, leader] = counters as [Phone, Phone];
  const { orders } = booksOf(township, round._id);
  for (const order of [...orders, ...orders]) {
    const line = order.lines[roll(order.lines.length)];
    if (!line) continue;
    const form = {
      requestId: newRequestId(),
      orderId: order._id,
      lines: [{ itemId: line.itemId, quantity: roll(3) - 1 }],
      money: roll(2001) - 1000,
      reason: '点错了',
    };
    note('correct', await leader.call('settlement', 'correct', form));
    if (roll(3) === 0) note('correct again', await leader.call('settlement', 'correct', form));
  }
}
