import type { Town } from '../town';

/** A page, held by somebody who has business there, and words that show when it is ready; `group`: opened from a card in that WeChat group. */
export type PageVisit = {
  name: string;
  openid: string;
  route: (town: Town) => string;
  shows: string;
  group?: string;
};

export const VILLAGER = 'o-li-jianguo';
export const RETURNED = 'o-zhao-xiaojun';
export const NOBODY = 'o-zhou-ping';
export const GRID_MEMBER = 'o-zhang-li';
export const LEADER = 'o-li-guoqiang';
export const OFFICER = 'o-chen-zhiyuan';
export const DOCTOR = 'o-sun-xiumei';

export const at = (route: string) => (): string => route;
