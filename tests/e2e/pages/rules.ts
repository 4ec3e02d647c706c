import { LEADER, OFFICER, at, type PageVisit } from './visit';

export const RULES_PAGES: readonly PageVisit[] = [
  { name: 'rules', openid: OFFICER, route: at('/packages/rules/overview/index'), shows: '什么人怎么管' },
  { name: 'rules-edit', openid: OFFICER, route: at('/packages/rules/edit/index'), shows: '什么人怎么管' },
  { name: 'rules-areas', openid: OFFICER, route: at('/packages/rules/areas/index'), shows: '加风险区域' },
  {
    name: 'rules-add-areas',
    openid: OFFICER,
    route: at('/packages/rules/add-areas/index'),
    shows: '哪些地方',
  },
  { name: 'rules-history', openid: OFFICER, route: at('/packages/rules/history/index'), shows: '看什么' },
  { name: 'rules-found', openid: LEADER, route: at('/packages/rules/found/index'), shows: '没有要处理的人' },
];
