import { fontOf, type Letters, linesOf, PAPER, type Pen } from '../../../shared/paper';
import type { NoticeText } from './notice-text';

const MARGIN = 120;
const INK = '#1f2429';
const BRAND = '#17517d';
const GREY = '#4a5058';

/** Paints the notice on a sheet of A4, in letters as large as fit. */
export function paintNotice(pen: Pen, text: NoticeText): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, PAPER.width, PAPER.height);
  pen.strokeStyle = BRAND;
  pen.lineWidth = 6;
  pen.strokeRect(50, 50, PAPER.width - 100, PAPER.height - 100);
  const sheet = fitting(pen, text);
  pen.fillStyle = '#edf3f8';
  pen.fillRect(MARGIN, sheet.boxTop, PAPER.width - 2 * MARGIN, BOX_HEIGHT);
  for (const line of sheet.lines) {
    pen.font = fontOf(line);
    pen.fillStyle = line.colour;
    pen.textAlign = line.align;
    pen.fillText(line.words, line.x, line.y);
  }
}

type Hand = Letters & { colour: string };
type Line = Hand & { words: string; x: number; y: number; align: 'left' | 'center' | 'right' };
type Sheet = { lines: Line[]; boxTop: number; bottom: number };

const BOX_HEIGHT = 190;
const FOOT = { y: PAPER.height - 95, room: 60 };
/** Sizes of the body, the largest first: a long rule must not push the phone numbers off the paper. */
const SIZES = [42, 40, 38, 36, 34, 32, 30, 28];

function fitting(pen: Pen, text: NoticeText): Sheet {
  for (const size of SIZES) {
    const sheet = compose(pen, text, size);
    if (sheet.bottom <= FOOT.y - FOOT.room) return sheet;
  }
  return compose(pen, text, SIZES[SIZES.length - 1] ?? 0);
}

/** Where every line stands when the body is written in this size. */
function compose(pen: Pen, text: NoticeText, size: number): Sheet {
  const lines: Line[] = [];
  const put = (words: string, x: number, y: number, align: Line['align'], hand: Hand) =>
    lines.push({ words, x, y, align, ...hand });
  /** Over as many lines as it needs; answers where the next one stands. */
  const flow = (words: string, top: number, hand: Hand): number => {
    pen.font = fontOf(hand);
    const broken = linesOf(words, PAPER.width - 2 * MARGIN, (part) => pen.measureText(part).width);
    broken.forEach((line, index) => put(line, MARGIN, top + index * hand.size * 1.5, 'left', hand));
    return top + broken.length * hand.size * 1.5;
  };
  const body = { size, bold: false, colour: INK };
  const middle = PAPER.width / 2;
  put(text.title, middle, 200, 'center', { size: 84, bold: true, colour: INK });
  const boxTop = flow(text.about, 290, body) - size / 2;
  put(text.dates, middle, boxTop + 88, 'center', { size: 56, bold: true, colour: BRAND });
  put(text.days, middle, boxTop + 155, 'center', { size: 42, bold: true, colour: BRAND });
  let y = boxTop + BOX_HEIGHT + size * 1.7;
  text.rules.forEach((rule, index) => {
    y = flow(`${index + 1}. ${rule}`, y, body) + size / 4;
  });
  y += size / 2;
  for (const contact of text.contacts) y = flow(contact, y, { size: size + 6, bold: true, colour: BRAND });
  put(text.issued, PAPER.width - MARGIN, FOOT.y, 'right', { size: 34, bold: false, colour: GREY });
  return { lines, boxTop, bottom: y };
}
