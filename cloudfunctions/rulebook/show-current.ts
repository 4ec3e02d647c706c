import type * as z from 'zod';
import type { rulebookContract } from '../contracts/rulebook';
import { toCalendarDate } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { unscoped } from '../kernel/documents';
import { type GridDocument, GRIDS } from '../township/grid.document';
import { readApprovedAreas, readLists } from './areas.repository';
import { readComing, readProposed } from './proposals.repository';
import type { RiskLevel } from './rulebook.document';
import { readRulebook, readSettings } from './rulebook.repository';
import { areaListView, placeName, rulebookView, versionRow } from './rulebook-view';
import { SHIPPED } from './shipped';
import { isTownOffice, townOf } from './town';

type Output = z.output<typeof rulebookContract.current.output>;

/** The most areas that the overview counts; a list of every county of the country has fewer. */
const MOST_COUNTED = 1000;
const MOST_WAITING = 20;

/** What is in force today, what comes next, and what waits for a second officer. */
export async function showCurrent(_input: object, context: Context): Promise<Output> {
  const { caller, database, now } = context;
  const townId = townOf(context);
  const today = toCalendarDate(now);
  const [town, settings, rulebook, coming, waiting, lists, areas] = await Promise.all([
    unscoped<GridDocument>(database, GRIDS).get(townId),
    readSettings(context, townId),
    readRulebook(context, townId, today),
    readComing(context, townId, today),
    readProposed(context, townId),
    readLists(context, townId, { statuses: ['proposed'], limit: MOST_WAITING }),
    readApprovedAreas(context, townId, { codes: null, validOn: today, after: null, limit: MOST_COUNTED }),
  ]);
  const count = (level: RiskLevel) => areas.filter((area) => area.level === level).length;
  return {
    townName: town?.name ?? '',
    division: settings && { code: settings.division, name: placeName(settings.division) },
    rulebook: rulebookView(rulebook),
    coming: coming.map((document) => versionRow(document, caller.openid)),
    waiting: waiting.map((document) => versionRow(document, caller.openid)),
    waitingAreas: lists.map((list) => areaListView(list, caller.openid)),
    areas: { high: count('high'), medium: count('medium'), key: count('key') },
    isOffice: isTownOffice(context, townId),
    shipped: SHIPPED.map(rulebookView),
  };
}
