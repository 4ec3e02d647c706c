import { ALERTS } from '../alerts/alert.document';
import { SUPPLIERS } from '../catalogue/supplier.document';
import { WECHAT_GROUPS } from '../channels/group.document';
import { MEDICINE_SALES, MEDICINE_TASKS } from '../medicines/sale.document';
import { HEALTH_REPORTS, OBSERVATIONS } from '../observation/observation.document';
import { ENTRIES, LISTS } from '../pushedlist/list.document';
import { ORDERS } from '../orders/order.document';
import { ROUND_SLOTS } from '../pickup/slot.document';
import { CLAIMS } from '../registration/claim.document';
import { PUBLICATIONS } from '../release/publication.document';
import { RELEASES } from '../release/release.document';
import { RETURN_COUNTS, RETURN_DAYS } from '../returns/count-returns';
import { DECLARATIONS, RETURNEES } from '../returns/declaration.document';
import { ROUNDS, ROUND_STOCK } from '../rounds/round.document';
import { ROUND_SCHEDULES } from '../rounds/schedule.document';
import { SUPPLY_ENTRIES } from '../settlement/entry.document';
import { SETTLEMENTS } from '../settlement/settlement.document';
import { ROBOT_POSTS, ROBOTS } from '../channels/robot.document';
import { NOTICES } from '../publishing/notice.document';
import { SHEETS } from '../reach/sheet.document';
import { RUMOURS } from '../rumours/rumour.document';
import { COVERAGE, GRIDS } from './grid.document';
import { POSTS } from './post.document';

type Placed = readonly [collection: string, field: 'path' | 'gridPath', hasNames: boolean];

/**
 * What carries its grid's path and nothing made of it, with the path's field and whether the names stand beside it; grids first, for what
 * is newly written takes its place from them. Households move apart, for their search keys hang on the path. Certificates stay as they are:
 * the place of their day is part of what is signed, and another one would make each of them void.
 */
export const PLACED: readonly Placed[] = [
  [GRIDS, 'path', true],
  [COVERAGE, 'gridPath', true],
  [POSTS, 'gridPath', true],
  [CLAIMS, 'gridPath', false],
  [DECLARATIONS, 'gridPath', true],
  [RETURNEES, 'gridPath', false],
  [OBSERVATIONS, 'gridPath', true],
  [ALERTS, 'gridPath', true],
  [HEALTH_REPORTS, 'gridPath', false],
  [RELEASES, 'gridPath', true],
  [PUBLICATIONS, 'gridPath', true],
  [ENTRIES, 'gridPath', true],
  [LISTS, 'gridPath', false],
  [SUPPLIERS, 'gridPath', true],
  [ORDERS, 'gridPath', true],
  [MEDICINE_SALES, 'gridPath', true],
  [MEDICINE_TASKS, 'gridPath', true],
  [ROUNDS, 'gridPath', true],
  [ROUND_STOCK, 'gridPath', false],
  [ROUND_SCHEDULES, 'gridPath', true],
  [ROUND_SLOTS, 'gridPath', false],
  [SUPPLY_ENTRIES, 'gridPath', false],
  [SETTLEMENTS, 'gridPath', false],
  [RETURN_COUNTS, 'gridPath', false],
  [RETURN_DAYS, 'gridPath', false],
  [RUMOURS, 'gridPath', true],
  [ROBOTS, 'gridPath', true],
  [ROBOT_POSTS, 'gridPath', false],
  [NOTICES, 'gridPath', true],
  [SHEETS, 'gridPath', true],
  [WECHAT_GROUPS, 'gridPath', true],
];
