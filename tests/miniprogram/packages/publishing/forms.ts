import { newCard } from '../../../../miniprogram/packages/publishing/write/cards';
import { BLANK, type NoticeForm } from '../../../../miniprogram/packages/publishing/write/form';

export const PICTURE = 'cloud://e.b/notice-files/a/b.png';

/** A notice that is ready to go, with every kind of part; change what a test is about. */
export const writtenForm = (changes: Partial<NoticeForm> = {}): NoticeForm => ({
  ...BLANK,
  requestId: 'r'.repeat(24),
  title: '周六核酸检测',
  facts: { when: '周六 7:00–11:00', where: '村文化广场', who: '', bring: '身份证' },
  cards: [
    { ...newCard([], 'heading'), key: 0, text: '怎么做' },
    { ...newCard([], 'paragraph'), key: 1, text: '居家观察的人不要出门。', bold: [[0, 6]] },
    { ...newCard([], 'list'), key: 2, text: '先量体温\n再登记', numbered: true },
    {
      ...newCard([], 'table'),
      key: 3,
      rows: [
        ['组', '时间'],
        ['二组', '7:00'],
      ],
    },
    { ...newCard([], 'picture'), key: 4, text: '广场怎么走', fileId: PICTURE },
  ],
  attachments: [{ name: '须知.pdf', fileId: 'cloud://e.b/notice-files/a/c.pdf', bytes: 900 }],
  organisation: '青石镇疫情防控办公室',
  documentNumber: '青防办〔2026〕14 号',
  date: '2026-03-10',
  gridIds: ['t1-v1-g2', 't1-v1-g3'],
  ...changes,
});
