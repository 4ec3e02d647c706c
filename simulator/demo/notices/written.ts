import type { Dayjs } from 'dayjs';
import type { NoticeContent } from '../../../cloudfunctions/contracts/notice';
import { toCalendarDate } from '../../../cloudfunctions/kernel/clock';

const dayOf = (day: Dayjs): string => day.format('M月D日');
const paragraph = (...texts: string[]): NoticeContent['body'][number] => ({
  type: 'paragraph',
  // Every other run is bold.
  runs: texts.map((text, n) => ({ text, bold: n % 2 === 1 })),
});

type Written = Omit<NoticeContent, 'audience'>;
const plain: Pick<Written, 'attachments' | 'validUntil' | 'wanted' | 'pinned'> = {
  attachments: [],
  validUntil: null,
  wanted: 'read',
  pinned: false,
};

/** 紧急: what a whole village has to know by tomorrow morning. */
export const testTomorrow = (day: Dayjs): Written => ({
  ...plain,
  kind: 'urgent',
  title: '明天全员核酸检测',
  facts: [
    { label: 'when', text: `${dayOf(day.add(1, 'day'))} 7:00–11:00` },
    { label: 'where', text: '村文化广场' },
    { label: 'who', text: '全家人，1 岁以上' },
    { label: 'bring', text: '身份证，戴好口罩' },
  ],
  body: [
    paragraph('居家观察的人不要出门，', '村医上门采样', '。腿脚不便的老人，请打电话给网格员，我们到家里来。'),
    paragraph('排队时前后隔开一米，采完就回家。'),
  ],
  source: {
    organisation: '青石镇疫情防控办公室',
    documentNumber: `青防办〔${day.year()}〕14 号`,
    date: toCalendarDate(day),
    scan: null,
  },
  validUntil: toCalendarDate(day.add(1, 'day')),
  wanted: 'confirm',
});

/** 通知: the later of two days is the right one. */
export const waterOff = (day: Dayjs, offOn: Dayjs): Written => ({
  ...plain,
  kind: 'notice',
  title: '村里停水一天',
  facts: [
    { label: 'when', text: `${dayOf(offOn)} 8:00–18:00` },
    { label: 'where', text: '全村' },
  ],
  body: [
    paragraph('水厂检修水管，全村停水一天。请提前把水缸、水桶接满。'),
    paragraph('家里有透析病人、刚出生的孩子，用水有困难的，请告诉网格员，', '我们送水到家', '。'),
  ],
  source: {
    organisation: '柳溪村村民委员会',
    documentNumber: '',
    date: toCalendarDate(day),
    scan: null,
  },
  validUntil: toCalendarDate(offOn),
});

/** 辟谣 */
export const shopStaysOpen = (day: Dayjs): Written => ({
  ...plain,
  kind: 'refutation',
  title: '“超市要关门”是假的',
  facts: [],
  body: [
    { type: 'heading', text: '群里传的' },
    paragraph('“村口超市明天关门，今天不买就没有了。”'),
    { type: 'heading', text: '实际是' },
    paragraph(
      '镇防控办已经核实：',
      '超市照常营业，米面油、蔬菜每天都到货',
      '。不用抢购，也不要转发这条消息。',
    ),
  ],
  source: {
    organisation: '青石镇疫情防控办公室',
    documentNumber: `青防办〔${day.year()}〕15 号`,
    date: toCalendarDate(day),
    scan: null,
  },
});

/** 防控知识 */
export const airRooms = (day: Dayjs): Written => ({
  ...plain,
  kind: 'knowledge',
  title: '冬天也要开窗通风',
  facts: [],
  body: [
    paragraph('关着窗的屋子里，病毒容易积起来。天冷也要开窗，', '每天 2 到 3 次，每次 20 到 30 分钟', '。'),
    {
      type: 'list',
      numbered: true,
      items: [
        '开窗时人先到另一间屋，老人和孩子别吹风。',
        '烧炭、烧煤取暖的，窗户要留一道缝，防煤气中毒。',
        '家里有人咳嗽、发热，让他住单独一间，那一间多开窗。',
      ],
    },
  ],
  source: {
    organisation: '青石镇卫生院',
    documentNumber: '',
    date: toCalendarDate(day),
    scan: null,
  },
});
