import { fontOf, type Letters, linesOf, type Pen } from '../../../shared/paper';
import type { PosterBlock, PosterText } from './poster-text';

/** A4, or as tall as a phone's screen. */
export const SIZES = {
  a4: { width: 1240, height: 1754 },
  phone: { width: 1080, height: 1920 },
} as const;
export type Size = { width: number; height: number };

export const INK = '#1f2429';
export const GREY = '#4a5058';
export const BRAND = '#17517d';
export const TINT = '#edf3f8';

export type Line = Letters & {
  words: string;
  x: number;
  y: number;
  colour: string;
  align: 'left' | 'center';
};
export type Box = { x: number; y: number; width: number; height: number; colour: string };
/** Where everything stands, in px of the sheet. */
export type Layout = { lines: Line[]; boxes: Box[]; codeAt: { x: number; y: number; side: number } | null };

const MARGIN = 90;
const BAND = 150;
const FOOT = 330;
const CODE = 250;
/** Sizes of the body, the largest that fits is taken: it is read by whoever walks past. Smaller than the last nobody reads on a wall. */
const BODY_SIZES = [58, 54, 50, 46, 42, 40, 38, 36, 34];
const TITLE_SIZES = [104, 96, 88, 80, 72, 64];
const TITLE_LINES = 3;
const LEADING = 1.45;

/** Lays a poster out: in the largest letters that fit, and what does not fit even in the smallest is left to the phone, which is said. */
export function layOut(pen: Pen, text: PosterText, { width, height }: Size): Layout {
  const sheet = new Sheet(pen, width, height);
  sheet.head(text);
  sheet.foot(text);
  for (const size of BODY_SIZES) {
    const body = sheet.body(text.blocks, size);
    if (body.bottom <= sheet.bodyEnd) return sheet.with(body.lines);
  }
  const smallest = BODY_SIZES[BODY_SIZES.length - 1] ?? 0;
  return sheet.with(sheet.cut(text.blocks, smallest));
}

class Sheet {
  private readonly lines: Line[] = [];
  private readonly boxes: Box[] = [];
  private codeAt: Layout['codeAt'] = null;
  /** Where the body begins. */
  private top = 0;
  readonly bodyEnd: number;
  private readonly scale: number;

  constructor(
    private readonly pen: Pen,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.scale = width / SIZES.a4.width;
    this.bodyEnd = height - this.px(FOOT);
  }

  with(body: readonly Line[]): Layout {
    return { lines: [...this.lines, ...body], boxes: this.boxes, codeAt: this.codeAt };
  }

  /** What kind it is in a band that is seen from afar, the title, and the facts as large. */
  head({ kind, urgent, title, facts }: PosterText): void {
    const colour = urgent ? '#b0301f' : BRAND;
    this.boxes.push({ x: 0, y: 0, width: this.width, height: this.px(BAND), colour });
    this.put(kind, { y: this.px(104), size: this.px(76), bold: true, colour: '#ffffff', align: 'center' });
    let y = this.px(BAND + 50);
    const letters = this.titleLetters(title);
    for (const words of this.broken(title, this.room, letters)) {
      y += letters.size * 1.2;
      this.put(words, { y, ...letters, colour: INK, align: 'center' });
    }
    y += this.px(50);
    this.top = facts.length === 0 ? y + this.px(10) : this.factsFrom(y, facts);
  }

  private factsFrom(top: number, facts: PosterText['facts']): number {
    const size = this.px(56);
    const label = { size: this.px(44), bold: false, colour: BRAND };
    const start = this.px(MARGIN + 190);
    let y = top + this.px(26);
    for (const fact of facts) {
      const lines = this.broken(fact.text, this.width - this.px(MARGIN + 40) - start, { size, bold: true });
      this.put(fact.label, { x: this.px(MARGIN + 40), y: y + size, ...label });
      for (const words of lines) {
        y += size * 1.35;
        this.put(words, { x: start, y: y - size * 0.35, size, bold: true, colour: INK });
      }
      y += this.px(18);
    }
    const bottom = y + this.px(14);
    const left = this.px(MARGIN);
    this.boxes.push({ x: left, y: top, width: this.width - 2 * left, height: bottom - top, colour: TINT });
    return bottom + this.px(40);
  }

  /** Who says so, and the code to read it by. */
  foot({ organisation, issued, validity, scan }: PosterText): void {
    const left = this.px(MARGIN);
    const top = this.height - this.px(FOOT) + this.px(20);
    this.boxes.push({ x: left, y: top, width: this.width - 2 * left, height: 3, colour: '#e8e2d7' });
    const side = this.px(CODE);
    const hasCode = scan !== '';
    if (hasCode) this.codeAt = { x: this.width - left - side, y: top + this.px(24), side };
    const room = this.width - 2 * left - (hasCode ? side + this.px(40) : 0);
    let y = top + this.px(30);
    const write = (words: string, letters: Letters, colour: string): void => {
      for (const line of this.broken(words, room, letters)) {
        y += letters.size * 1.35;
        this.put(line, { x: left, y, ...letters, colour });
      }
    };
    write(organisation, { size: this.px(44), bold: true }, INK);
    write(
      [issued, validity].filter((part) => part !== '').join('  '),
      { size: this.px(34), bold: false },
      GREY,
    );
    if (hasCode) {
      y += this.px(14);
      write(scan, { size: this.px(40), bold: true }, BRAND);
    }
  }

  body(blocks: readonly PosterBlock[], size: number): { lines: Line[]; bottom: number } {
    const lines: Line[] = [];
    let y = this.top;
    for (const block of blocks) y = this.block(block, this.px(size), y, lines);
    return { lines, bottom: y };
  }

  /** As many blocks as there is room for, and where the rest is. */
  cut(blocks: readonly PosterBlock[], size: number): Line[] {
    const rest: PosterBlock = { type: 'heading', text: '没有写完，全文请在手机上看' };
    for (let count = blocks.length - 1; count > 0; count -= 1) {
      const { lines, bottom } = this.body([...blocks.slice(0, count), rest], size);
      if (bottom <= this.bodyEnd) return lines;
    }
    return this.body([rest], size).lines;
  }

  private block(block: PosterBlock, size: number, top: number, lines: Line[]): number {
    const left = this.px(MARGIN);
    const bold = block.type === 'heading' || (block.type === 'row' && block.bold);
    const letters = { size, bold };
    const columns: [words: string, x: number, room: number][] =
      block.type === 'row'
        ? block.cells.map((cell, at) => {
            const room = this.room / block.cells.length;
            return [cell, left + at * room, room - this.px(16)];
          })
        : block.type === 'item'
          ? [
              [block.mark, left, this.room],
              [block.text, left + size * 1.5, this.room - size * 1.5],
            ]
          : [[block.text, left, this.room]];
    const heights = columns.map(([words, x, room]) => {
      const broken = this.broken(words, room, letters);
      broken.forEach((line, at) =>
        lines.push({
          words: line,
          x,
          y: top + size + at * size * LEADING,
          ...letters,
          colour: INK,
          align: 'left',
        }),
      );
      return broken.length;
    });
    return top + Math.max(1, ...heights) * size * LEADING + size * 0.4;
  }

  private get room(): number {
    return this.width - 2 * this.px(MARGIN);
  }

  private titleLetters(title: string): Letters {
    const all = TITLE_SIZES.map((size) => ({ size: this.px(size), bold: true }));
    const fitting = all.find((letters) => this.broken(title, this.room, letters).length <= TITLE_LINES);
    return fitting ?? { size: this.px(64), bold: true };
  }

  private broken(words: string, room: number, letters: Letters): string[] {
    this.pen.font = fontOf(letters);
    return linesOf(words, room, (part) => this.pen.measureText(part).width);
  }

  private put(
    words: string,
    {
      x,
      align = 'left',
      ...line
    }: Letters & { x?: number; y: number; colour: string; align?: Line['align'] },
  ): void {
    this.lines.push({ words, align, x: x ?? this.width / 2, ...line });
  }

  private px(value: number): number {
    return Math.round(value * this.scale);
  }
}
