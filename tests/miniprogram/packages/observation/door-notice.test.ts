import type { DoorNotice } from '../../../../cloudfunctions/contracts/observed';
import { noticeText, spokenText } from '../../../../miniprogram/packages/observation/door-notice/notice-text';
import { paintNotice } from '../../../../miniprogram/packages/observation/door-notice/paint-notice';
import { linesOf } from '../../../../miniprogram/shared/paper';
import { PAPER, type Pen } from '../../../../miniprogram/shared/paper';
import { record } from '../../support/observed';
import { holdPhone } from '../../support/phone';
import { act, render, words } from '../../support/render';

// The first page of a file is compiled while its first test runs.
jest.setTimeout(30_000);

const notice = (more: Partial<DoorNotice> = {}): DoorNotice => ({
  name: '陈芳',
  place: '青石镇 柳溪村 三组',
  address: '12 号',
  decision: record().decision,
  firstDate: '2026-03-11',
  lastDate: '2026-03-24',
  days: 14,
  slots: [{ half: 'am', opens: '06:00', due: '10:00', closes: '14:00' }],
  feverFrom: 37.3,
  testDates: ['2026-03-11', '2026-03-17'],
  responsible: [],
  contacts: [{ role: 'gridMember', name: '张丽', phone: '15490020001' }],
  issuedAt: '2026-03-12T17:10:00+08:00',
  ...more,
});

/** A pen that remembers, with letters as wide as they are high. */
const pen = () => {
  const written: { words: string; x: number; y: number; font: string }[] = [];
  const one: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    font: '',
    textAlign: '',
    fillRect: () => undefined,
    strokeRect: () => undefined,
    fillText: (text, x, y) => void written.push({ words: text, x, y, font: one.font }),
    measureText: (text) => ({ width: text.length * Number(/(\d+)px/.exec(one.font)?.[1]) }),
  };
  return { one, written };
};

describe('告知书', () => {
  it('masks who it is, and says nothing of where they were', () => {
    const spoken = spokenText(noticeText(notice()));
    expect(spoken).toContain('陈*');
    expect(spoken).not.toContain('陈芳');
    expect(spoken).not.toContain('成都');
  });

  it('says what, until when, on what it rests and whom to call', () => {
    const spoken = spokenText(noticeText(notice()));
    for (const text of [
      '居家隔离观察告知书',
      '2026年3月11日 到 2026年3月24日',
      '共 14 天',
      '青石镇防控方案（第三版）',
      '早上 06:00 到 10:00',
      '3月17日',
      '网格员 张丽  电话 15490020001',
      '柳溪村三组  2026年3月12日',
    ])
      expect(spoken).toContain(text);
  });

  it('tells who is only monitored that they may go out', () => {
    const decision = { ...record().decision, measure: 'healthMonitoring' as const };
    const spoken = spokenText(noticeText(notice({ decision })));
    expect(spoken).toContain('可以出门，不聚会');
    expect(spoken).not.toContain('待在家里');
  });

  it('breaks lines anywhere but inside a number or before a closing mark', () => {
    const width = (part: string) => part.length;
    expect(linesOf('一二三四五', 2, width)).toEqual(['一二', '三四', '五']);
    expect(linesOf('一二，三', 2, width)).toEqual(['一二，', '三']);
    expect(linesOf('一2026年', 4, width)).toEqual(['一', '2026', '年']);
    expect(linesOf('', 4, width)).toEqual([]);
  });

  it('keeps everything on the paper, however long the rules are', () => {
    const { one, written } = pen();
    paintNotice(one, noticeText(notice({ testDates: Array.from({ length: 14 }, () => '2026-03-17') })));
    const [phone, issued] = written.slice(-2);
    expect(phone?.words).toContain('15490020001');
    expect(phone!.y).toBeLessThan(issued!.y - 40);
    expect(issued!.y).toBeLessThan(PAPER.height - 50);
  });
});

it('the page paints the sheet and saves it to the album', async () => {
  const phone = holdPhone();
  const saved: string[] = [];
  Object.assign(wx, {
    canvasToTempFilePath: async () => ({ tempFilePath: 'tmp/notice.png' }),
    saveImageToPhotosAlbum: async ({ filePath }: { filePath: string }) => void saved.push(filePath),
  });
  phone.answers(notice());
  const { one, written } = pen();
  const page = render('packages/observation/door-notice');
  const canvas = { width: 0, height: 0, getContext: () => one };
  Object.assign(page.instance, { findCanvas: async () => canvas });
  await act(page, 'onLoad', { observationId: 'd1%3A1', mine: '1' });
  expect(phone.calls).toEqual([
    { name: 'observation', action: 'myDoorNotice', input: { observationId: 'd1:1' } },
  ]);
  expect(written.map((line) => line.words).join('')).toContain('告知书');
  expect(canvas).toMatchObject(PAPER);
  await act(page, 'save');
  expect(saved).toEqual(['tmp/notice.png']);
  expect(words(page)).toContain('贴在门上');
});
