import { GRID_MEMBER, OFFICER, at, type PageVisit } from './visit';

export const PUSHEDLIST_PAGES: readonly PageVisit[] = [
  {
    name: 'pushed-lists',
    openid: OFFICER,
    route: at('/packages/pushedlist/lists/index'),
    shows: '还没有推送名单',
  },
  {
    name: 'pushed-list-import',
    openid: OFFICER,
    route: at('/packages/pushedlist/import/index'),
    shows: '县里发来的名单',
  },
  {
    name: 'pushed-list-entries',
    openid: GRID_MEMBER,
    route: at('/packages/pushedlist/entries/index'),
    shows: '没有要找的人',
  },
];
