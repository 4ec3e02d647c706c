import {
  GROUP_SHARES,
  type GroupDocument,
  type ShareDocument,
} from '../../../cloudfunctions/channels/group.document';
import { putNotice } from '../../support/notices';
import { putGroup } from '../../support/wechat-groups';
import type { Town } from '../town';
import { placed } from './publishing';
import { at, GRID_MEMBER, LEADER, type PageVisit, VILLAGER } from './visit';

const MORNING = '2026-11-20T08:12:00+08:00';

/** A group of the third team or the village, bound by its leader. */
function bound(town: Town, changes: Partial<GroupDocument> = {}): GroupDocument {
  const { here } = placed(town);
  return putGroup(town, here.team, {
    name: '柳溪村三组邻里群',
    pathNames: ['青石镇', '柳溪村', '三组'],
    changes: [{ requestId: 'r', by: LEADER, byName: '李国强', at: MORNING, what: '绑定' }],
    ...changes,
  });
}

/** A notice in it. */
function share(town: Town, group: GroupDocument, changes: Partial<ShareDocument> = {}): string {
  const { _id: noticeId } = putNotice(placed(town), { title: '明天上午在村卫生室打疫苗，请带身份证' });
  const document: ShareDocument = {
    _id: `${group._id}:${noticeId}`,
    groupId: group._id,
    noticeId,
    at: MORNING,
    order: `${MORNING} ${noticeId}`,
    shared: { at: MORNING, by: LEADER, byName: '李国强', requestId: 'r' },
    seen: 23,
    viewers: [],
    ...changes,
  };
  town.simulator.database.insertMany(GROUP_SHARES, [document]);
  return noticeId;
}

const ofGroup = (town: Town): string => {
  const group = bound(town);
  share(town, group);
  share(town, group, { shared: null, seen: 4 });
  return `/packages/channels/group/index?groupId=${group._id}`;
};
const sharing = (town: Town): string => {
  bound(town, {
    name: '柳溪村村民群',
    gridId: 't1-v1',
    gridPath: ['t1', 't1-v1'],
    pathNames: ['青石镇', '柳溪村'],
  });
  return `/packages/channels/share/index?noticeId=${share(town, bound(town))}`;
};

/** The village's WeChat groups. */
export const CHANNEL_PAGES: PageVisit[] = [
  {
    name: 'groups-none',
    openid: 'o-liu-yang',
    route: at('/packages/channels/groups/index'),
    shows: '还没有绑过群',
  },
  { name: 'group', openid: LEADER, route: ofGroup, shows: '23 人在群里打开过' },
  { name: 'groups', openid: LEADER, route: at('/packages/channels/groups/index'), shows: '再绑一个群' },
  { name: 'group-share', openid: LEADER, route: sharing, shows: '个没发' },
  {
    name: 'group-outside',
    openid: GRID_MEMBER,
    route: at('/packages/channels/bind/index'),
    shows: '请从微信群里打开',
  },
  {
    name: 'group-bind',
    openid: LEADER,
    route: at('/packages/channels/bind/index'),
    group: 'g-liuxi-3',
    shows: '这是哪里的群？',
  },
  {
    name: 'group-not-for-villagers',
    openid: VILLAGER,
    route: at('/packages/channels/bind/index'),
    group: 'g-liuxi-3',
    shows: '不是给您的卡片',
  },
  {
    name: 'group-change',
    openid: LEADER,
    route: (town) => `/packages/channels/bind/index?groupId=${bound(town)._id}`,
    shows: '改这个群',
  },
];
