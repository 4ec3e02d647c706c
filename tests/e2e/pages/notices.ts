import { SAVED_NOTICES } from '../../../cloudfunctions/notices/saved.document';
import { putNotice } from '../../support/notices';
import type { Town } from '../town';
import { placed } from './publishing';
import { at, NOBODY, VILLAGER, type PageVisit } from './visit';

const NOTICE = '/packages/notices/notice/index';
const URGENT = 'demo-notice-urgent';
const key = `demo-card-${URGENT}`;

/** One with everything that a notice may hold. */
const full = (town: Town): string => {
  const notice = putNotice(placed(town), {
    title: '三月份核酸检测和疫苗接种安排',
    kind: 'policy',
    body: [
      { type: 'heading', text: '什么时候来' },
      {
        type: 'paragraph',
        runs: [
          { text: '按下面的表来，', bold: false },
          { text: '不要提前来排队', bold: true },
          { text: '。', bold: false },
        ],
      },
      {
        type: 'table',
        header: ['村组', '时间', '地点', '带队的人'],
        rows: [
          ['一组', '8:00–9:00', '村文化广场', '张丽'],
          ['二组', '9:00–10:00', '村文化广场', '王秀兰'],
          ['三组', '10:00–11:00', '村卫生室', '李国强'],
        ],
      },
      { type: 'list', numbered: true, items: ['先量体温', '再登记，说清楚有没有过敏', '打完针坐 30 分钟'] },
      { type: 'list', numbered: false, items: ['发烧的人不要来', '走不动的人，我们上门'] },
    ],
    attachments: [
      {
        name: '接种须知.pdf',
        fileId: 'cloud://cunan.6375-cunan/notice-files/a/b.pdf',
        bytes: 218_000,
      },
    ],
    source: {
      organisation: '青石镇疫情防控办公室',
      documentNumber: '青防办〔2026〕14 号',
      date: '2026-11-18',
      scan: null,
    },
    validUntil: '2027-01-31',
  });
  return `${NOTICE}?noticeId=${notice._id}`;
};

/** Several were saved; one of them was corrected since. */
const saved = ({ simulator }: Town): string => {
  if (simulator.database.count(SAVED_NOTICES) === 0)
    simulator.database.insertMany(SAVED_NOTICES, [
      { _id: VILLAGER, noticeIds: ['demo-notice-knowledge', 'demo-notice-water-1', URGENT] },
    ]);
  return '/packages/notices/saved/index';
};

/** Reading, with and without an account. */
export const NOTICE_PAGES: PageVisit[] = [
  { name: 'notices', openid: VILLAGER, route: at('/pages/notices/index'), shows: '看收藏的通知' },
  { name: 'notices-newcomer', openid: NOBODY, route: at('/pages/notices/index'), shows: '先登记，再看通知' },
  {
    name: 'notice',
    openid: VILLAGER,
    route: at(`${NOTICE}?noticeId=${URGENT}`),
    shows: '我看懂了，会告诉家人',
  },
  { name: 'notice-full', openid: VILLAGER, route: full, shows: '接种须知.pdf' },
  {
    name: 'notice-no-longer-right',
    openid: VILLAGER,
    route: at(`${NOTICE}?noticeId=demo-notice-water-1`),
    shows: '看更正后的',
  },
  {
    name: 'notice-that-corrects',
    openid: VILLAGER,
    route: at(`${NOTICE}?noticeId=demo-notice-water-2`),
    shows: '看原来的',
  },
  {
    name: 'notice-by-card',
    openid: NOBODY,
    route: at(`${NOTICE}?noticeId=${URGENT}&key=${key}`),
    shows: '去登记我家',
  },
  { name: 'notice-by-code', openid: NOBODY, route: at(`${NOTICE}?scene=${key}`), shows: '去登记我家' },
  {
    name: 'notice-of-others',
    openid: NOBODY,
    route: at(`${NOTICE}?noticeId=${URGENT}`),
    shows: '先登记，再看通知',
  },
  { name: 'notices-saved', openid: VILLAGER, route: saved, shows: '就这些了' },
];
