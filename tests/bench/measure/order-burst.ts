import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoundDocument } from '../../../cloudfunctions/rounds/round.document';
import { cartOf, seenOf } from '../../support/carts';
import { familyBeside, neighbourIn } from '../../support/families';
import { putOpenRound, roundItem } from '../../support/rounds';
import { openTownship, type Township } from '../../support/township';
import { type Buyer, luckOf, type Quantities, shop, type Told } from '../../support/burst-buyer';
import { type Outcome, outcomeOf } from '../../support/burst-outcome';
import { bareWriteRate, WRITES } from './sdk';
import { millisecondsOf, rounded } from './timing';

/** There is enough of these for so many of the households; of vegetables for all. */
const SCARCE = { egg: 0.6, meat: 0.5 } as const;
const WANTED: Quantities = { veg: 1, egg: 1, meat: 1 };
const LIMITS: Quantities = { veg: 2, egg: 1, meat: 1 };
/** Households that press the button in the same moment. */
const A_WAVE = 400;
/** Households before them, so that what is measured isn't the compiling. */
const WARM_UP = 300;

export type Burst = Outcome & {
  households: number;
  /** Orders answered a second over bare writes a second, on the same simulator in the same minute. */
  throughputRatio: number;
  orderCalls: number;
  burst: {
    answered: number;
    refused: number;
    ordersPerSecond: number;
    writesPerSecond: number;
    /** Of all threads of the simulator together, whatever else the machine does. */
    cpuMsAnOrder: number;
    cpuMsAWrite: number;
  };
};

/** So many households order at once from one round whose stock is short, on a simulator that keeps its data on disk. */
export async function measureBurst(households: number): Promise<Burst> {
  const folder = mkdtempSync(join(tmpdir(), 'cunan-burst-'));
  const township = await openTownship('township', {
    timers: false,
    data: join(folder, 'data'),
    // More instances than cores only get in each other's way.
    instanceLimit: availableParallelism(),
  });
  try {
    const orderCalls = await mostCallsOfAnOrder(township);
    await rush(roundFor(township, WARM_UP), buyersIn(township, WARM_UP), new Map());
    const round = roundFor(township, households);
    const buyers = buyersIn(township, households);
    const told = new Map<string, Told>();
    const [orders, writes] = [spent(), spent()];
    // Turn and turn about, so that whatever else the machine does meanwhile weighs on both.
    while (buyers.length > 0) {
      await during(writes, () => bareWriteRate(township.simulator));
      await during(orders, () => rush(round, buyers.splice(-A_WAVE), told));
    }
    const tolds = [...told.values()];
    const answered = tolds.reduce((sum, one) => sum + one.answered, 0);
    const written = WRITES * writes.turns;
    const perSecond = answered / (orders.wall / 1000);
    return {
      households,
      ...outcomeOf(township, round, told),
      throughputRatio: rounded(perSecond / (written / (writes.wall / 1000))),
      orderCalls,
      burst: {
        answered,
        refused: tolds.reduce((sum, one) => sum + one.refused, 0),
        ordersPerSecond: Math.round(perSecond),
        writesPerSecond: Math.round(written / (writes.wall / 1000)),
        cpuMsAnOrder: rounded(orders.cpu / answered),
        cpuMsAWrite: rounded(writes.cpu / written),
      },
    };
  } finally {
    await township.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const roundFor = (township: Township, households: number): RoundDocument =>
  putOpenRound(township, {
    items: Object.keys(WANTED).map((itemId) =>
      roundItem(itemId, {
        limit: LIMITS[itemId]!,
        stock: Math.floor(
          households * (itemId === 'veg' ? LIMITS.veg! : SCARCE[itemId as keyof typeof SCARCE]),
        ),
      }),
    ),
  });

function buyersIn(township: Township, households: number): Buyer[] {
  const { simulator, here, as } = township;
  const neighbour = neighbourIn(township, here.team.gridId);
  const families = Array.from({ length: households }, () => familyBeside(neighbour));
  const secondOf = (openid: string): string => `${openid}-2`;
  simulator.database.insertMany(
    'households',
    families.map(({ file }) => file),
  );
  simulator.database.insertMany(
    'accounts',
    families.flatMap(({ account }) => [account, { ...account, _id: secondOf(account._id) }]),
  );
  return families.map(({ file, account }, n) => ({
    householdId: file._id,
    phone: as(account._id),
    second: as(secondOf(account._id)),
    luck: luckOf(n),
  }));
}

/** All of them at once; each goes on as soon as it is answered. */
async function rush(round: RoundDocument, buyers: readonly Buyer[], told: Map<string, Told>): Promise<void> {
  await Promise.all(
    buyers.map(async (buyer) => {
      told.set(buyer.householdId, await shop(buyer, round, WANTED));
    }),
  );
}

/** Milliseconds on the wall and of the processor's work, over several turns. */
type Spent = { wall: number; cpu: number; turns: number };
const spent = (): Spent => ({ wall: 0, cpu: 0, turns: 0 });

async function during(total: Spent, work: () => Promise<unknown>): Promise<void> {
  const before = process.cpuUsage();
  total.wall += await millisecondsOf(work);
  const { user, system } = process.cpuUsage(before);
  total.cpu += (user + system) / 1000;
  total.turns += 1;
}

/** Of placing an order, changing it to more, and to less of one and more of another; identity and audit included. */
async function mostCallsOfAnOrder(township: Township): Promise<number> {
  const { database } = township.simulator;
  const round = roundFor(township, 100);
  const [buyer] = buyersIn(township, 1);
  const steps: Quantities[] = [{ veg: 1 }, { veg: 2 }, { veg: 1, egg: 1 }, { egg: 1 }];
  let most = 0;
  let seen: ReturnType<typeof seenOf> | undefined;
  for (const step of steps) {
    const before = database.statistics().calls;
    const placed = await buyer!.phone.get('orders', 'order', cartOf(round, step, { ...(seen && { seen }) }));
    most = Math.max(most, database.statistics().calls - before);
    seen = seenOf(placed, step);
  }
  return most;
}
