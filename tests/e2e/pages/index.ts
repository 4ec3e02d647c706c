import { ALERTS_PAGES } from './alerts';
import { CATALOGUE_PAGES } from './catalogue';
import { CHANNEL_PAGES } from './channels';
import { GRIDWORK_PAGES } from './gridwork';
import { HOME_PAGES } from './home';
import { NOTICE_PAGES } from './notices';
import { NUMBERS_PAGES } from './numbers';
import { OBSERVATION_PAGES } from './observation';
import { OFFICE_PAGES } from './office';
import { HANDING_PAGES } from './pickup';
import { POSTER_PAGES } from './poster';
import { PUBLISHING_PAGES } from './publishing';
import { PUSHEDLIST_PAGES } from './pushedlist';
import { REACH_PAGES } from './reach';
import { REGISTRATION_PAGES } from './registration';
import { RELEASE_PAGES } from './release';
import { RETURNS_PAGES } from './returns';
import { ROBOT_PAGES } from './robots';
import { ROSTER_PAGES } from './roster';
import { ROUND_PAGES } from './rounds';
import { RULES_PAGES } from './rules';
import { RUMOUR_PAGES } from './rumours';
import { SHOP_PAGES } from './shop';
import { PURCHASE_PAGES } from './supplier';
import type { PageVisit } from './visit';

export type { PageVisit };

/** Every page of the mini-program, one file a package; those who make something to look at come before those who show it elsewhere. */
export const PAGES: PageVisit[] = [
  ...HOME_PAGES,
  ...REGISTRATION_PAGES,
  ...GRIDWORK_PAGES,
  ...OFFICE_PAGES,
  ...ROSTER_PAGES,
  ...PUSHEDLIST_PAGES,
  ...RETURNS_PAGES,
  ...ALERTS_PAGES,
  ...NUMBERS_PAGES,
  ...RELEASE_PAGES,
  ...RULES_PAGES,
  ...OBSERVATION_PAGES,
  ...CATALOGUE_PAGES,
  ...HANDING_PAGES,
  ...PURCHASE_PAGES,
  ...RUMOUR_PAGES,
  ...ROUND_PAGES,
  ...SHOP_PAGES,
  ...NOTICE_PAGES,
  ...PUBLISHING_PAGES,
  ...ROBOT_PAGES,
  ...CHANNEL_PAGES,
  ...POSTER_PAGES,
  ...REACH_PAGES,
];
