import type * as z from 'zod';
import { alertRow } from '../alerts/alert-view';
import { countOpenAlerts, readAlerts, readOwnAlerts } from '../alerts/alerts.repository';
import type { StaffRole } from '../contracts';
import type { homeContract } from '../contracts/home';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { gridScope, householdScope } from '../kernel/scope';
import { currentSlot, dayOf, slotView } from '../observation/observation-view';
import type { ObservationDocument } from '../observation/observation.document';
import { countOwing, readObserved } from '../observation/observation.repository';
import { countEntries, countOverdue } from '../pushedlist/pushedlist.repository';
import { readOwnCertificates } from '../release/certificate.repository';
import { countOver, countReleases } from '../release/release.repository';
import { countQueue, readMine } from '../returns/returns.repository';
import { countFoundAgain } from '../rulebook/found.repository';
import { countForSecondOfficer } from '../rulebook/proposals.repository';

type Today = z.output<typeof homeContract.today.output>;
type Family = NonNullable<Today['family']>;

/** Who looks after returnees. */
const WATCHERS: readonly StaffRole[] = ['gridMember', 'gridLeader', 'villageDoctor', 'townOfficer'];
const PROPOSERS: readonly StaffRole[] = ['gridMember', 'gridLeader'];
const OFFICE: readonly StaffRole[] = ['townOfficer'];

/** More alerts than a family has at once. */
const A_FAMILY = 20;

/** A certificate is shown on the home page for so long; afterwards it is found with the observation. */
const DAYS_TO_SHOW_CERTIFICATE = 7;

/** What waits for whoever looks after returnees: counts by index, read at the same time; only what their roles have a part in. */
export async function returnsWork(context: Context): Promise<Today['returns']> {
  const { caller } = context;
  const scope = gridScope(caller, WATCHERS);
  if (scope.kind !== 'grids') return null;
  const reader = { ...context, scope };
  const village = { ...context, scope: gridScope(caller, PROPOSERS) };
  const town = { ...context, scope: gridScope(caller, OFFICE) };
  const isOfficer = town.scope.kind === 'grids';
  const [
    alerts,
    [urgent],
    missing,
    toCheck,
    notArrived,
    expectedToday,
    toFind,
    overdue,
    foundAgain,
    toPropose,
    proposed,
    checked,
    proposals,
  ] = await Promise.all([
    countOpenAlerts(reader),
    readAlerts(reader, { tab: 'open', limit: 1 }),
    countOwing(reader),
    countQueue(reader, 'waiting'),
    countQueue(reader, 'overdue'),
    countQueue(reader, 'today'),
    countEntries(reader, { status: 'open' }),
    countOverdue(reader),
    countFoundAgain(reader),
    village.scope.kind === 'grids' ? countOver(village, toCalendarDate(context.now)) : null,
    isOfficer ? countReleases(town, 'proposed') : null,
    isOfficer ? countReleases(town, 'checked') : null,
    isOfficer ? countForSecondOfficer(context, townsOf(context), caller.openid) : null,
  ]);
  return {
    alerts,
    urgent: urgent ? alertRow(urgent) : null,
    missing,
    toCheck,
    notArrived,
    expectedToday,
    toFind,
    overdue,
    foundAgain,
    toPropose,
    releasesToCheck: proposed,
    releasesToApprove: checked,
    proposals,
  };
}

/** Rules belong to a town, whatever part of it an officer has. */
const townsOf = ({ caller }: Context): string[] => [
  ...new Set(
    caller.posts.filter(({ role }) => OFFICE.includes(role)).flatMap(({ gridPath }) => gridPath.slice(0, 1)),
  ),
];

/** What a household's returns ask for now. Most households have none: two look-ups tell. */
export async function familyReturns(context: Context): Promise<Today['family']> {
  const { caller, now } = context;
  if (caller.householdId === null) return null;
  const reader = { ...context, scope: householdScope(caller) };
  const [declarations, alerts] = await Promise.all([readMine(reader), readOwnAlerts(reader, A_FAMILY)]);
  const isPast = declarations.some(({ status }) => status === 'checked' || status === 'closed');
  const since = toTimestamp(now.subtract(DAYS_TO_SHOW_CERTIFICATE, 'day'));
  const [observed, certificates] = isPast
    ? await Promise.all([readObserved(reader), readOwnCertificates(reader)])
    : [[], []];
  return {
    waiting: declarations
      .filter(({ status }) => status === 'declared')
      .map(({ name, arrivesAt, waitsFor }) => ({ name, arrivesAt, arrived: waitsFor === 'check' })),
    observed: observed.map((observation) => observedOf(observation, context)),
    alerts: alerts.filter(({ status }) => status !== 'closed').map(alertRow),
    certificates: certificates
      .filter(({ issuedAt, revoked }) => issuedAt >= since && revoked === null)
      .map(({ _id, name }) => ({ certificateId: _id, name })),
  };
}

function observedOf(observation: ObservationDocument, { now }: Context): Family['observed'][number] {
  const slot = observation.status === 'active' ? currentSlot(observation, now) : null;
  const view = slot === null ? null : slotView(observation, slot, now);
  const isDue = view !== null && (view.state === 'open' || view.state === 'overdue');
  return {
    observationId: observation._id,
    name: observation.name,
    measure: observation.measure,
    day: dayOf(observation, now),
    days: observation.days,
    due: isDue ? { half: view.half, closesAt: view.closesAt, late: view.state === 'overdue' } : null,
  };
}
