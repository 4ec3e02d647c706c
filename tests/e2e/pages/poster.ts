import type { NoticeDocument } from '../../../cloudfunctions/publishing/notice.document';
import { putNotice } from '../../support/notices';
import type { Town } from '../town';
import { placed, putDraft } from './publishing';
import { GRID_MEMBER, LEADER, type PageVisit } from './visit';

/** As on the design: tomorrow morning, everybody. */
const TESTING: Partial<NoticeDocument> = {
  kind: 'urgent',
  title: '明天全员核酸检测',
  facts: [
    { label: 'when', text: '明天 13:00–17:00' },
    { label: 'where', text: '村文化广场' },
    { label: 'who', text: '全家人，1 岁以上' },
    { label: 'bring', text: '身份证，戴好口罩' },
  ],
  body: [
    {
      type: 'paragraph',
      runs: [
        {
          text: '居家观察的人不要出门，村医上门采样。腿脚不便的老人，请打电话给网格员，我们到家里来。',
          bold: false,
        },
      ],
    },
    {
      type: 'paragraph',
      runs: [{ text: '排队时前后隔开一米，采完就回家。体温 37.3℃ 以上的先给村医打电话。', bold: false }],
    },
  ],
  source: {
    organisation: '青石镇疫情防控办公室',
    documentNumber: '青防办〔2026〕14 号',
    date: '2026-11-21',
    scan: null,
  },
};
const LONG: Partial<NoticeDocument> = {
  title: '春节返乡人员申报、居家观察和健康监测的办法，请各家各户互相转告',
  body: [
    { type: 'heading', text: '各组领取时间' },
    {
      type: 'table',
      header: ['组', '时间', '地点'],
      rows: [
        ['一组', '8:00–9:00', '村文化广场'],
        ['二组', '9:00–10:00', '村文化广场东边的卫生室'],
      ],
    },
    ...Array.from({ length: 14 }, (_, n) => ({
      type: 'list' as const,
      numbered: true,
      items: [
        `第 ${n + 1} 条：从外地回来的人，到家以后 24 小时以内告诉网格员，并且在家里等村医上门，不要到处走动`,
      ],
    })),
  ],
};

const of =
  (page: string, changes: Partial<NoticeDocument>) =>
  (town: Town): string =>
    `/packages/poster/${page}/index?noticeId=${putNotice(placed(town), changes)._id}`;
const ofDraft =
  (page: string) =>
  (town: Town): string =>
    `/packages/poster/${page}/index?draftId=${putDraft(town)._id}`;

/** What hangs on walls and is heard over the village. */
export const POSTER_PAGES: PageVisit[] = [
  { name: 'poster', openid: LEADER, route: of('poster', TESTING), shows: '谁扫右下角的码' },
  { name: 'poster-long', openid: GRID_MEMBER, route: of('poster', LONG), shows: '谁扫右下角的码' },
  { name: 'poster-draft', openid: LEADER, route: ofDraft('poster'), shows: '这是样子' },
  {
    name: 'poster-over',
    openid: LEADER,
    route: of('poster', {
      status: 'withdrawn',
      withdrawn: { at: '2026-11-20T08:00:00+08:00', by: LEADER, byName: '李国强', reason: '时间写错了' },
    }),
    shows: '不要再贴了',
  },
  { name: 'script', openid: LEADER, route: of('script', TESTING), shows: '照着念' },
  { name: 'script-draft', openid: LEADER, route: ofDraft('script'), shows: '照着念' },
  {
    name: 'script-late',
    openid: GRID_MEMBER,
    route: of('script', { validUntil: '2020-01-01' }),
    shows: '没有能广播的时间',
  },
];
