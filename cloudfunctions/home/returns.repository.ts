import { ALERTS, type AlertDocument } from '../alerts/alert.document';
import { CLOSED_FROM } from '../alerts/urgency';
import { toCalendarDate, toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { scoped, unscoped } from '../kernel/documents';
import type { Scope } from '../kernel/scope';
import { type ObservationDocument, OBSERVATIONS } from '../observation/observation.document';
import { ENTRIES, type EntryDocument } from '../pushedlist/list.document';
import { CERTIFICATES, type CertificateDocument } from '../release/certificate.document';
import { type ReleaseDocument, RELEASES } from '../release/release.document';
import { type DeclarationDocument, DECLARATIONS } from '../returns/declaration.document';
import { AREA_LISTS, type AreaListDocument } from '../rulebook/area-list.document';
import { type RulebookDocument, RULEBOOKS } from '../rulebook/rulebook.document';

/** What a part of the home counts, and for whom. */
type Reader = Pick<Context, 'database' | 'now'> & { scope: Scope };

const alertsOf = (reader: Reader) => scoped<AlertDocument>(reader, ALERTS, 'householdId');
const declarationsOf = (reader: Reader) => scoped<DeclarationDocument>(reader, DECLARATIONS, 'householdId');
const observationsOf = (reader: Reader) => scoped<ObservationDocument>(reader, OBSERVATIONS, 'householdId');
const entriesOf = (reader: Reader) => scoped<EntryDocument>(reader, ENTRIES, null);

/** Alerts that are not closed: how many, and which must be answered first. */
export async function readOpenAlerts(
  reader: Reader,
): Promise<{ count: number; first: AlertDocument | null }> {
  const open = { urgencyKey: reader.database.command.lt(CLOSED_FROM) };
  const [count, [first]] = await Promise.all([
    alertsOf(reader).count(open),
    alertsOf(reader).find(open, { orderBy: [['urgencyKey', 'asc']], limit: 1 }),
  ]);
  return { count, first: first ?? null };
}

/** People whose slot is open and not reported. */
export const countMissingReadings = async (reader: Reader): Promise<number> => {
  const { command } = reader.database;
  return observationsOf(reader).count({
    status: 'active',
    nextOpensAt: command.gt('').and(command.lte(toTimestamp(reader.now))),
  });
};

/** Arrived and waiting for the check. */
export const countToCheck = async (reader: Reader): Promise<number> =>
  declarationsOf(reader).count({ waitsFor: 'check' });

/** Due by the end of today and not arrived, those overdue among them. */
export const countExpected = async (reader: Reader): Promise<number> =>
  declarationsOf(reader).count({
    waitsFor: 'arrival',
    queueKey: reader.database.command.lt(reader.now.add(1, 'day').startOf('day').format()),
  });

/** People on pushed-down lists who are still looked for, and those whose deadline has passed. */
export async function countToFind(reader: Reader): Promise<{ open: number; overdue: number }> {
  const [open, overdue] = await Promise.all([
    entriesOf(reader).count({ status: 'open' }),
    entriesOf(reader).count({
      status: 'open',
      queueKey: reader.database.command.lt(toTimestamp(reader.now)),
    }),
  ]);
  return { open, overdue };
}

/** People whose stay became risky afterwards. */
export const countFoundAgain = async (reader: Reader): Promise<number> =>
  declarationsOf(reader).count({ 'review.status': 'waiting' });

/** Observations whose last day is over, which nobody has proposed for release. */
export const countToPropose = async (reader: Reader): Promise<number> =>
  observationsOf(reader).count({
    status: 'active',
    lastDate: reader.database.command.lt(toCalendarDate(reader.now)),
  });

export const countReleases = async (reader: Reader, status: 'proposed' | 'checked'): Promise<number> =>
  scoped<ReleaseDocument>(reader, RELEASES, null).count({ status });

/** Proposals of other officers of the town: a second one decides them. */
export async function countProposals(
  { database }: Pick<Context, 'database'>,
  townIds: readonly string[],
  openid: string,
): Promise<number> {
  const { command } = database;
  const waiting = {
    gridPath: command.in([...townIds]),
    status: 'proposed',
    proposedBy: command.neq(openid),
  };
  const counts = await Promise.all([
    unscoped<RulebookDocument>(database, RULEBOOKS).count(waiting),
    unscoped<AreaListDocument>(database, AREA_LISTS).count(waiting),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** More than a family reads through. */
const A_FAMILY = 20;

/** What a household has declared lately, newest first. */
export const readOwnDeclarations = async (reader: Reader): Promise<DeclarationDocument[]> =>
  declarationsOf(reader).find({}, { orderBy: [['declaredAt', 'desc']], limit: A_FAMILY });

export const readOwnObserved = async (reader: Reader): Promise<ObservationDocument[]> =>
  observationsOf(reader).find(
    { status: reader.database.command.in(['active', 'paused', 'releasing']) },
    { limit: A_FAMILY },
  );

/** A household's alerts that nobody has closed; a handful, if any. */
export const readOwnOpenAlerts = async (reader: Reader): Promise<AlertDocument[]> =>
  (await alertsOf(reader).find({}, { orderBy: [['raisedAt', 'desc']], limit: A_FAMILY })).filter(
    ({ status }) => status !== 'closed',
  );

/** Certificates issued since a moment. */
export const readOwnCertificates = async (reader: Reader, since: string): Promise<CertificateDocument[]> =>
  scoped<CertificateDocument>(reader, CERTIFICATES, 'householdId').find(
    { issuedAt: reader.database.command.gte(since) },
    { orderBy: [['issuedAt', 'desc']], limit: A_FAMILY },
  );
