import { putFinishedObservation } from '../../support/finished-observations';
import { putCertificate } from '../../support/releases';
import type { Town } from '../town';
import { homeOf } from './business';
import { VILLAGER, NOBODY, LEADER, OFFICER, at, type PageVisit } from './visit';

/** Nobody of the demo's days are over yet. */
const somebodyReady = (town: Town): string => putFinishedObservation(town, homeOf(town, VILLAGER))._id;
const certificateFor = (town: Town): string => putCertificate(town, homeOf(town, VILLAGER));

export const RELEASE_PAGES: readonly PageVisit[] = [
  {
    name: 'release-queue',
    openid: LEADER,
    route: at('/packages/release/queue/index'),
    shows: '公示名单',
  },
  {
    name: 'release-queue-town',
    openid: OFFICER,
    route: at('/packages/release/queue/index'),
    shows: '待批准',
  },
  {
    name: 'release-step',
    openid: LEADER,
    route: (town) => `/packages/release/step/index?id=${encodeURIComponent(somebodyReady(town))}`,
    shows: '体温记录',
  },
  {
    name: 'certificate',
    openid: VILLAGER,
    route: (town) => `/packages/release/certificate/index?id=${certificateFor(town)}`,
    shows: '放大给人扫',
  },
  {
    name: 'certificate-verify',
    openid: NOBODY,
    route: (town) => `/packages/release/verify/index?scene=${certificateFor(town)}`,
    shows: '再扫一张',
  },
  { name: 'verify', openid: NOBODY, route: at('/packages/release/verify/index'), shows: '扫一扫' },
  { name: 'published', openid: VILLAGER, route: at('/packages/release/published/index'), shows: '公示' },
  {
    name: 'publications',
    openid: LEADER,
    route: at('/packages/release/publications/index'),
    shows: '公示新名单',
  },
  { name: 'publish', openid: LEADER, route: at('/packages/release/publish/index'), shows: '公示这份名单' },
];
