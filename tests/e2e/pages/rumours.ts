import { putNotice } from '../../support/notices';
import { putRumour } from '../../support/rumours';
import type { Town } from '../town';
import { placed } from './publishing';
import { at, GRID_MEMBER, LEADER, NOBODY, type PageVisit, VILLAGER } from './visit';

const AT = '2026-11-20T17:08:00+08:00';

/** One that three people told of; a refutation answers another, words a third. */
function told(town: Town): { rumourId: string } {
  const place = placed(town);
  const own = { openid: VILLAGER };
  const lead = putRumour(place, { ...own, text: '听说喝白酒能杀死病毒，快转给家人', reports: 3 });
  for (const text of ['白酒杀毒，专家都说了', '每天一杯白酒，病毒不敢来'])
    putRumour(place, {
      openid: GRID_MEMBER,
      text,
      status: 'joined',
      leadId: lead._id,
      group: '柳溪村大家庭',
    });
  putRumour(place, { openid: NOBODY, text: '明天镇上封路一个月', heard: 'talk', group: '' });
  const notice = putNotice(place, { kind: 'refutation', title: '超市照常开门，不用囤菜' });
  putRumour(place, {
    ...own,
    text: '听说超市明天关门，赶紧去买菜',
    status: 'refuted',
    answer: { outcome: 'refuted', at: AT, noticeId: notice._id },
  });
  putRumour(place, {
    ...own,
    text: '',
    picture: 'cloud://cunan.636e/rumours/a/b.jpg',
    status: 'handled',
    answer: { outcome: 'handled', at: AT, by: LEADER, byName: '李国强', reason: '核实过了，没有这回事' },
  });
  return { rumourId: lead._id };
}

const after = (route: string) => (town: Town) => {
  told(town);
  return route;
};

/** Rumours and the library. */
export const RUMOUR_PAGES: PageVisit[] = [
  {
    name: 'rumour-report',
    openid: VILLAGER,
    route: at('/packages/rumours/report/index'),
    shows: '听到了什么',
  },
  {
    name: 'rumours-mine',
    openid: VILLAGER,
    route: after('/packages/rumours/mine/index?told=1'),
    shows: '看辟谣全文',
  },
  { name: 'rumours', openid: LEADER, route: after('/packages/rumours/queue/index'), shows: '3 人报了' },
  {
    name: 'rumour-answer',
    openid: LEADER,
    route: (town) => `/packages/rumours/answer/index?rumourId=${told(town).rumourId}`,
    shows: '是同一件，合成一条',
  },
  {
    name: 'knowledge',
    openid: VILLAGER,
    route: at('/packages/knowledge/library/index'),
    shows: '洗手洗够 40 秒',
  },
  {
    name: 'knowledge-leader',
    openid: LEADER,
    route: at('/packages/knowledge/library/index'),
    shows: '发成通知',
  },
];
