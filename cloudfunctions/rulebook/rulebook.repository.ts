import type { Stay } from '../contracts/health';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { cityOf, codesAround } from './division-codes';
import { lookBackWindow } from './look-back';
import {
  RISK_AREAS,
  type RiskArea,
  type RiskAreaDocument,
  type Rulebook,
  type RulebookDocument,
  RULEBOOKS,
} from './rulebook.document';
import { type TownSettingsDocument, TOWN_SETTINGS } from './settings.document';
import { SHIPPED_COVID19 } from './shipped';

/** What a use case or a timer has; rules are the same for everybody in a town, so no scope narrows them. */
type Reader = Pick<Context, 'database'>;

const AT_A_TIME = 1000;

/** The rules that decide an arrival on a day: the approved version with the latest from-date, or the shipped one. */
export async function readRulebook({ database }: Reader, townId: string, date: string): Promise<Rulebook> {
  const [approved] = await unscoped<RulebookDocument>(database, RULEBOOKS).find(
    { gridPath: townId, status: 'approved', validFrom: database.command.lte(date) },
    {
      orderBy: [
        ['validFrom', 'desc'],
        ['version', 'desc'],
      ],
      limit: 1,
    },
  );
  return approved ?? SHIPPED_COVID19;
}

/** Approved areas around any of the codes (counties, or every level of them) that were one between two days. */
export const readAreas = async (
  reader: Reader,
  townId: string,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<RiskArea[]> => readAreaDocuments(reader, townId, codes, from, to);

/** The same, with their ids. */
export async function readAreaDocuments(
  { database }: Reader,
  townId: string,
  codes: readonly string[],
  from: string,
  to: string,
): Promise<RiskAreaDocument[]> {
  const around = [...new Set(codes.filter((code) => /^\d{6}$/.test(code)).flatMap(codesAround))];
  if (around.length === 0) return [];
  const { command } = database;
  const condition = {
    gridPath: townId,
    status: 'approved',
    code: command.in(around),
    validFrom: command.lte(to),
  };
  const found: RiskAreaDocument[] = [];
  for (let isMore = true; isMore;) {
    const page = await unscoped<RiskAreaDocument>(database, RISK_AREAS).find(condition, {
      orderBy: [['_id', 'asc']],
      skip: found.length,
      limit: AT_A_TIME,
    });
    found.push(...page);
    isMore = page.length === AT_A_TIME;
  }
  return found.filter(({ validTo }) => validTo === null || validTo >= from);
}

/** Every approved version, and the shipped one before them. A town has a few a year. */
export const readApproved = async ({ database }: Reader, townId: string): Promise<Rulebook[]> => [
  SHIPPED_COVID19,
  ...(await unscoped<RulebookDocument>(database, RULEBOOKS).find(
    { gridPath: townId, status: 'approved' },
    { orderBy: [['validFrom', 'desc']], limit: AT_A_TIME },
  )),
];

export const readSettings = async (
  { database }: Reader,
  townId: string,
): Promise<TownSettingsDocument | null> =>
  unscoped<TownSettingsDocument>(database, TOWN_SETTINGS).get(townId);

/** The four digits (two, where the city is a province) of the town's own city; empty while the office hasn't said where the town lies. */
export const readHomeCity = async (reader: Reader, townId: string): Promise<string> => {
  const settings = await readSettings(reader, townId);
  return settings === null ? '' : cityOf(settings.division);
};

/** Everything that decides one arrival besides the person's own answers, read at once. */
export async function readRules(
  reader: Reader,
  townId: string,
  { arrivalDate, stays }: { arrivalDate: string; stays: readonly Stay[] },
): Promise<{ rulebook: Rulebook; areas: RiskArea[]; homeCity: string }> {
  const codes = stays.flatMap(({ where }) => (where.kind === 'division' ? where.code : []));
  const earliest = stays.reduce((first, { from }) => (from < first ? from : first), arrivalDate);
  const [rulebook, found, homeCity] = await Promise.all([
    readRulebook(reader, townId, arrivalDate),
    readAreas(reader, townId, codes, earliest, arrivalDate),
    readHomeCity(reader, townId),
  ]);
  const { from } = lookBackWindow(arrivalDate, rulebook.profile.lookBackDays);
  return { rulebook, areas: found.filter(({ validTo }) => validTo === null || validTo >= from), homeCity };
}

export const writeSettings = async ({ database }: Reader, settings: TownSettingsDocument): Promise<void> => {
  const { _id, ...fields } = settings;
  await database.collection(TOWN_SETTINGS).doc(_id).set({ data: fields });
};
