import type * as z from 'zod';
import { ownSuppliers } from '../catalogue/supplier.repository';
import type { StaffRole } from '../contracts';
import type { homeContract } from '../contracts/home';
import type { Context } from '../kernel/context';
import { gridScope, householdScope } from '../kernel/scope';
import { orderIdOf } from '../orders/order.document';
import { countOpenNeeds, readOrdersById } from '../orders/order.repository';
import { pickupView } from '../orders/order-view';
import { roundRefusal } from '../orders/round-refusal';
import type { HouseholdDocument } from '../registration/household.document';
import type { RoundDocument } from '../rounds/round.document';
import { readOfferedRounds, readStaffRounds, readSupplierRounds } from '../rounds/round.repository';
import { countOpenTasks } from '../medicines/task.repository';
import { countLacking } from '../rounds/schedule.repository';

type Supplies = NonNullable<z.output<typeof homeContract.today.output>['supplies']>;
type Round = Supplies['open'][number];

/** Who orders for others, and who answers for a round. */
const GRID: readonly StaffRole[] = ['gridMember', 'gridLeader', 'townOfficer'];
const LEADERS: readonly StaffRole[] = ['gridLeader', 'townOfficer'];

/** From the opening until everything is fetched. */
const UNDER_WAY = ['open', 'closed', 'purchasing', 'arrived', 'distributing'] as const;
const MOST_ROUNDS = 20;

/** What supplies ask of a household now: rounds it has not ordered in, and goods on their way. Most of the time two look-ups tell. */
export async function familySupplies(
  file: HouseholdDocument | null,
  context: Context,
): Promise<Supplies['family']> {
  if (file === null) return null;
  const rounds = await readOfferedRounds(context.database, file.gridPath, UNDER_WAY);
  const reader = { ...context, scope: householdScope(context.caller) };
  const orders = await readOrdersById(
    reader,
    rounds.map(({ _id }) => orderIdOf(_id, file._id)),
  );
  const placed = orders.filter(({ status }) => status === 'placed');
  const hasOrdered = (roundId: string) => placed.some((order) => order.roundId === roundId);
  return {
    toOrder: rounds
      .filter((round) => round.status === 'open' && !hasOrdered(round._id))
      .filter((round) => roundRefusal(file, round, 'member', context) === null)
      .map(roundOf),
    coming: placed.flatMap((order) => {
      const round = rounds.find(({ _id }) => _id === order.roundId);
      const isFetched = order.handOver.status === 'collected' || order.handOver.status === 'left';
      if (round === undefined || isFetched) return [];
      return [
        {
          orderId: order._id,
          title: round.title,
          roundStatus: round.status,
          handOver: order.handOver.status,
          closesAt: round.closesAt,
          pickup: pickupView(order, round),
        },
      ];
    }),
  };
}

/** The same for whoever works with supplies; null for everybody else. */
export async function suppliesWork(context: Context): Promise<Omit<Supplies, 'family'>> {
  const grid = { ...context, scope: gridScope(context.caller, GRID) };
  const isGrid = grid.scope.kind === 'grids';
  const suppliers = await ownSuppliers(context);
  const doctor = { ...context, scope: gridScope(context.caller, ['villageDoctor']) };
  const [rounds, own, needs, temperatures, lacking] = await Promise.all([
    isGrid ? readStaffRounds(grid, { statuses: UNDER_WAY, limit: MOST_ROUNDS }) : [],
    readSupplierRounds(
      context,
      suppliers.map(({ _id }) => _id),
      { statuses: UNDER_WAY, limit: MOST_ROUNDS },
    ),
    isGrid ? countOpenNeeds(grid) : 0,
    doctor.scope.kind === 'grids' ? countOpenTasks(doctor) : 0,
    countLacking(context, LEADERS),
  ]);
  const all = [...new Map([...rounds, ...own].map((round) => [round._id, round])).values()];
  return {
    open: rounds
      .filter(({ status }) => status === 'open')
      .sort((a, b) => (a.closesAt < b.closesAt ? -1 : 1))
      .map(roundOf),
    toConfirm: own.filter(({ status, job }) => status === 'closed' && job === null).map(roundOf),
    toBring: own.filter(({ status, job }) => status === 'purchasing' && job === null).map(roundOf),
    handingOut: all.filter(({ status }) => status === 'arrived' || status === 'distributing').map(roundOf),
    needs,
    temperatures,
    lacking,
  };
}

const roundOf = ({ _id, title, supplierName, closesAt }: RoundDocument): Round => ({
  roundId: _id,
  title,
  supplierName,
  closesAt,
});
