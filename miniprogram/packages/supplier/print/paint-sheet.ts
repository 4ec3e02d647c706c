import { fontOf, PAPER, type Pen } from '../../../shared/paper';
import type { SheetText } from './sheet-text';

const MARGIN = 90;
const INK = '#000000';
const GREY = '#4a5058';

/** Where each column begins, as parts of the width between the margins. */
const COLUMNS = [0, 0.3, 0.55, 0.67, 0.79];
const RIGHT = PAPER.width - MARGIN;
const WIDTH = RIGHT - MARGIN;
/** A row is as tall as the paper allows: few items are read from afar, and sixty still fit. */
const ROW = { tallest: 64, smallest: 20 };
const FOOT = 90;
const LINE = 3;

/** Paints the purchase list black on white on a sheet of A4. */
export function paintSheet(pen: Pen, text: SheetText): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, PAPER.width, PAPER.height);
  pen.textAlign = 'left';
  write(pen, text.title, { x: MARGIN, y: 150, size: 56, bold: true, room: WIDTH });
  let y = 215;
  for (const line of text.about) {
    write(pen, line, { x: MARGIN, y, size: 30, room: WIDTH });
    y += 46;
  }
  y += 10;
  const rows = [text.headings, ...text.rows];
  const left = PAPER.height - FOOT - 70 - y;
  const height = Math.max(ROW.smallest, Math.min(ROW.tallest, Math.floor(left / rows.length)));
  rows.forEach((cells, at) => {
    const top = y + at * height;
    rule(pen, top);
    cells.forEach((cell, column) => paintCell(pen, cell, { column, top, height, bold: at === 0 }));
  });
  const bottom = y + rows.length * height;
  rule(pen, bottom);
  for (const column of [...COLUMNS, 1]) {
    pen.fillStyle = GREY;
    pen.fillRect(MARGIN + column * WIDTH, y, LINE, bottom - y);
  }
  write(pen, text.total, { x: MARGIN, y: bottom + 55, size: 34, bold: true, room: WIDTH });
  write(pen, text.foot, { x: MARGIN, y: PAPER.height - 50, size: 26, colour: GREY, room: WIDTH });
}

function rule(pen: Pen, y: number): void {
  pen.fillStyle = GREY;
  pen.fillRect(MARGIN, y, WIDTH, LINE);
}

type Cell = { column: number; top: number; height: number; bold: boolean };

function paintCell(pen: Pen, words: string, { column, top, height, bold }: Cell): void {
  const from = COLUMNS[column] ?? 0;
  const until = COLUMNS[column + 1] ?? 1;
  const size = Math.min(32, Math.floor(height * 0.6));
  const pad = 10;
  write(pen, words, {
    x: MARGIN + from * WIDTH + pad,
    y: top + height / 2 + size * 0.36,
    size,
    bold,
    room: (until - from) * WIDTH - 2 * pad,
  });
}

type Hand = { x: number; y: number; size: number; bold?: boolean; colour?: string; room: number };

/** In one line: in smaller letters where it is too long, for nothing on a list may be cut off. */
function write(pen: Pen, words: string, { x, y, size, bold = false, colour = INK, room }: Hand): void {
  const fontAt = (pixels: number): string => fontOf({ size: pixels, bold });
  pen.font = fontAt(size);
  const width = pen.measureText(words).width;
  if (width > room) pen.font = fontAt(Math.floor((size * room) / width));
  pen.fillStyle = colour;
  pen.fillText(words, x, y);
}
