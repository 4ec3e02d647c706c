import type { NoticeView } from '../../../../cloudfunctions/contracts';
import { layOut, SIZES } from '../../../../miniprogram/packages/poster/poster/layout';
import { paintPoster } from '../../../../miniprogram/packages/poster/poster/paint-poster';
import { posterText } from '../../../../miniprogram/packages/poster/poster/poster-text';
import { paintScript } from '../../../../miniprogram/packages/poster/script/paint-script';
import {
  charactersIn,
  lengthText,
  scriptOf,
} from '../../../../miniprogram/packages/poster/script/script-text';
import type { Source } from '../../../../miniprogram/packages/poster/source';
import { PAPER } from '../../../../miniprogram/shared/paper';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

const NOW = Date.parse('2026-03-12T16:30:00+08:00');
const RULES = { from: '08:00', until: '20:00', times: ['08:00', '12:00', '18:00'], urgentEvery: 60, days: 3 };

const view = (changes: Partial<NoticeView> = {}): NoticeView => ({
  noticeId: 'n1',
  status: 'published',
  kind: 'urgent',
  title: '明天全员核酸检测',
  place: '青石镇 柳溪村',
  facts: [
    { label: 'when', text: '明天 13:00–17:00' },
    { label: 'bring', text: '身份证' },
  ],
  body: [
    { type: 'heading', text: '注意' },
    {
      type: 'paragraph',
      runs: [
        { text: '体温 37.3℃ 以上的先', bold: false },
        { text: '打电话', bold: true },
      ],
    },
    { type: 'list', numbered: true, items: ['排队', '回家'] },
    { type: 'table', header: ['组', '时间'], rows: [['三组', '13:00']] },
    { type: 'picture', fileId: 'cloud://env.bucket/notice-files/a.png', caption: '广场' },
  ],
  attachments: [],
  source: {
    organisation: '青石镇防控办',
    documentNumber: '青防办〔2026〕14 号',
    date: '2026-03-12',
    scan: null,
  },
  validUntil: '2026-03-13',
  wanted: 'confirm',
  pinned: false,
  publishedAt: '2026-03-12T16:00:00+08:00',
  withdrawn: null,
  replaces: null,
  replacedBy: null,
  ...changes,
});
const source = (
  changes: Partial<NoticeView> = {},
  code: string | null = 'data:image/png;base64,',
): Source => ({
  notice: view(changes),
  code,
  isDraft: false,
  loudspeaker: RULES,
});

/** A pen whose letters are as wide as they are high, which notes what it writes and draws. */
function pen() {
  const written: { words: string; x: number; y: number; size: number; align: string }[] = [];
  const drawn: number[][] = [];
  const framed: number[][] = [];
  const own = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    font: '',
    textAlign: 'left',
    fillRect: () => undefined,
    strokeRect: (...box: number[]) => void framed.push(box),
    fillText: (text: string, x: number, y: number) =>
      void written.push({ words: text, x, y, size: sizeOf(own.font), align: own.textAlign }),
    measureText: (text: string) => ({ width: text.length * sizeOf(own.font) }),
    drawImage: (_: string, ...box: number[]) => void drawn.push(box),
  };
  return { pen: own, written, drawn, framed };
}
const sizeOf = (font: string): number => Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1]);

describe('a poster', () => {
  test('says what, when, where and who says so, in the days that are meant', () => {
    expect(posterText(source(), NOW)).toEqual({
      kind: '紧急通知',
      urgent: true,
      title: '3月13日全员核酸检测',
      facts: [
        { label: '时间', text: '3月13日 13:00–17:00' },
        { label: '要带', text: '身份证' },
      ],
      blocks: [
        { type: 'heading', text: '注意' },
        { type: 'text', text: '体温 37.3℃ 以上的先打电话' },
        { type: 'item', mark: '1.', text: '排队' },
        { type: 'item', mark: '2.', text: '回家' },
        { type: 'row', cells: ['组', '时间'], bold: true },
        { type: 'row', cells: ['三组', '13:00'], bold: false },
      ],
      organisation: '青石镇防控办',
      issued: '青防办〔2026〕14 号  2026年3月12日',
      validity: '到 2026年3月13日 为止',
      scan: '微信扫一扫，手机上看',
    });
  });

  test.each(Object.entries(SIZES))(
    'on %s keeps every letter on the sheet, above the foot and apart from the code',
    (_, size) => {
      for (const length of [1, 5, 40, 400]) {
        const { pen: own, written, drawn } = pen();
        const body = Array.from({ length }, () => ({
          type: 'paragraph' as const,
          runs: [{ text: '从外地回来的人，到家以后告诉网格员。'.repeat(2), bold: false }],
        }));
        paintPoster(own, posterText(source({ body }), NOW), size, 'code');
        const [code] = drawn;
        const [codeX = 0, codeY = 0, side = 0] = code ?? [];
        expect(side).toBeGreaterThan(200);
        expect([codeX + side <= size.width, codeY + side <= size.height]).toEqual([true, true]);
        for (const { words: text, x, y, size: letters, align } of written) {
          const width = text.length * letters;
          const [left, right] = align === 'center' ? [x - width / 2, x + width / 2] : [x, x + width];
          // A closing mark may hang over the edge.
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(size.width);
          expect(y).toBeLessThanOrEqual(size.height);
          if (y > codeY && y - letters < codeY + side) expect(right).toBeLessThanOrEqual(codeX);
        }
      }
    },
  );

  test('writes the larger the less there is to say, and says when it could not say all', () => {
    const sizes = [1, 6, 60].map((length) => {
      const body = Array.from({ length }, () => ({
        type: 'heading' as const,
        text: '从外地回来的人，请告诉网格员',
      }));
      const { lines } = layOut(pen().pen, posterText(source({ body }), NOW), SIZES.a4);
      const own = lines.filter(({ words: text }) => text.includes('网格员'));
      return {
        letters: own[0]!.size,
        isCut: lines.some(({ words: text }) => text.includes('全文请在手机上看')),
      };
    });
    expect(sizes[0]!.letters).toBeGreaterThan(sizes[1]!.letters - 1);
    expect(sizes[1]!.letters).toBeGreaterThan(sizes[2]!.letters);
    expect(sizes.map(({ isCut }) => isCut)).toEqual([false, false, true]);
  });

  test('of a draft shows where the code will stand, and of what only some are told none', () => {
    const draft = { ...source({}, null), isDraft: true };
    const withFrame = pen();
    paintPoster(withFrame.pen, posterText(draft, NOW), SIZES.a4, null);
    expect(withFrame.framed).toHaveLength(1);
    const without = pen();
    paintPoster(without.pen, posterText(source({}, null), NOW), SIZES.a4, null);
    expect([without.framed, without.drawn]).toEqual([[], []]);
  });
});

describe('a script for the loudspeaker', () => {
  test('is what is read, with a beginning and an end, and says how long it takes and when', () => {
    const script = scriptOf(source(), NOW);
    expect(script.sentences).toEqual([
      '各位乡亲请注意，现在广播一条紧急通知。',
      '三月十三日全员核酸检测。',
      '青石镇防控办，二零二六年三月十二日发布。',
      '时间，三月十三日下午一点到五点。',
      '要带，身份证。',
      '注意。',
      '体温三十七点三度以上的先打电话。',
      '第一，排队。',
      '第二，回家。',
      '组，三组，时间，下午一点。',
      '广播完了，请大家互相转告，谢谢。',
    ]);
    expect(script.length).toBe('念一遍约半分钟，连念 2 遍约 1 分钟');
    expect(script.days).toEqual([
      { day: '今天 3月12日 星期四', times: '16:30、17:30、18:30、19:30' },
      { day: '明天 3月13日 星期五', times: '08:00、12:00' },
    ]);
    expect(script.hours).toBe('08:00 前、20:00 后不广播');
  });

  test('says when there is no time left to read it out', () => {
    expect(scriptOf(source({ validUntil: '2026-03-11' }), NOW)).toMatchObject({
      days: [],
      tooLate: expect.stringContaining('没有能广播的时间') as string,
    });
  });

  test('is counted without its signs, at 200 characters a minute', () => {
    expect(charactersIn(['一，二。', '三！'])).toBe(3);
    expect([1, 99, 200, 310, 1_000].map(lengthText)).toEqual([
      '约半分钟',
      '约半分钟',
      '约 1 分钟',
      '约 1 分半钟',
      '约 5 分钟',
    ]);
  });

  test('fits on a sheet however long it is, down to the smallest letters', () => {
    for (const length of [1, 10, 25]) {
      const { pen: own, written } = pen();
      const body = Array.from({ length }, () => ({
        type: 'heading' as const,
        text: '从外地回来的人，请告诉网格员',
      }));
      paintScript(own, scriptOf(source({ body }), NOW));
      expect(Math.max(...written.map(({ y }) => y))).toBeLessThanOrEqual(PAPER.height);
    }
  });
});

describe('the pages', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  test.each(['poster', 'script'])(
    '%s of a notice that was withdrawn says so and offers nothing',
    async (page) => {
      const withdrawn = { name: '李国强', at: '2026-03-12T17:00:00+08:00', reason: '时间写错了' };
      phone.answers({ notice: view({ status: 'withdrawn', withdrawn }), code: null, loudspeaker: RULES });
      const rendered = render(`packages/poster/${page}`);
      await act(rendered, 'onLoad', { noticeId: 'n1' });
      expect(rendered.instance.data).toMatchObject({
        status: 'over',
        over: expect.stringContaining('撤回了：时间写错了') as string,
      });
      expect(rendered.querySelectorAll('.button')).toEqual([]);
    },
  );

  test('the script is on the page, and copied as it is read', async () => {
    const copied: string[] = [];
    Object.assign(wx, { setClipboardData: async ({ data }: { data: string }) => void copied.push(data) });
    phone.answers({ notice: view(), code: null, loudspeaker: RULES });
    const rendered = render('packages/poster/script');
    await act(rendered, 'onLoad', { noticeId: 'n1' });
    expect(words(rendered)).toContain('体温三十七点三度以上的先打电话。');
    await act(rendered, 'copy');
    expect(copied[0]?.split('\n')[1]).toBe('三月十三日全员核酸检测。');
    expect(phone.calls).toEqual([
      { name: 'channels', action: 'paper', input: { noticeId: 'n1', withCode: false } },
    ]);
  });
});
