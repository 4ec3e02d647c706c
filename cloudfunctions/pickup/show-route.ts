import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { type HouseholdDocument, HOUSEHOLDS } from '../registration/household.document';
import { roundCard } from '../rounds/round-card';
import { eachOrderOf } from './each-order';
import { pickupRow } from './pickup-row';
import { reachToHandOut } from './reach';

type Input = z.output<typeof pickupContract.route.input>;
type Route = z.input<typeof pickupContract.route.output>;
type Stop = Route['rows'][number];

/** As many as one query takes by their ids. */
const ADDRESSES_AT_A_TIME = 100;

/** Doors as one walks past them: group after group, and in it by the address, in which 9 comes before 12. */
const ALONG_THE_WAY = new Intl.Collator('zh', { numeric: true });

/** 送货路线. Addresses are opened for it alone: whoever hands out at a point has no use for them. */
export async function showRoute({ roundId }: Input, context: Context): Promise<Route> {
  const reach = await reachToHandOut(context, roundId);
  const { round, scope } = reach;
  context.about({ gridPath: round.gridPath });
  const orders = (await eachOrderOf({ database: context.database, scope }, roundId)).filter(
    ({ pickup }) => pickup?.way === 'door',
  );
  const addresses = await addressesOf(
    orders.map(({ householdId }) => householdId),
    context,
  );
  const rows: Stop[] = orders.map((order) => ({
    ...pickupRow(order, reach),
    address: addresses.get(order.householdId) ?? '',
  }));
  rows.sort((a, b) => ALONG_THE_WAY.compare(a.place, b.place) || ALONG_THE_WAY.compare(a.address, b.address));
  return { round: roundCard(round), doorDate: round.distribution.doorDate, rows };
}

/** Of households whose orders are within the caller's reach, wherever they may have moved since. */
async function addressesOf(
  householdIds: readonly string[],
  { database, vault }: Context,
): Promise<Map<string, string>> {
  const households = scoped<HouseholdDocument>({ database, scope: { kind: 'system' } }, HOUSEHOLDS, '_id');
  const addresses = new Map<string, string>();
  for (let from = 0; from < householdIds.length; from += ADDRESSES_AT_A_TIME) {
    const ids = householdIds.slice(from, from + ADDRESSES_AT_A_TIME);
    const files = await households.find({ _id: database.command.in(ids) }, { limit: ids.length });
    for (const { _id, address } of files) addresses.set(_id, vault.open('address', address));
  }
  return addresses;
}
