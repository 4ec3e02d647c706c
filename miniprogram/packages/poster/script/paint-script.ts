import { fontOf, type Letters, linesOf, PAPER, type Pen } from '../../../shared/paper';
import type { Script } from './script-text';

const MARGIN = 100;
const WIDTH = PAPER.width - 2 * MARGIN;
const LEADING = 1.6;
/** Read at arm's length, by somebody who holds a microphone in the other hand. */
const SIZES = [46, 44, 42, 40, 38, 36, 34, 32, 30, 28, 26];
const INK = '#1f2429';
const GREY = '#4a5058';

type Line = Letters & { words: string; y: number; colour: string };

/** Paints the script on a sheet of A4: what to read, and when, in the largest letters that fit. */
export function paintScript(pen: Pen, script: Script): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, PAPER.width, PAPER.height);
  pen.textAlign = 'left';
  for (const { words, y, size, bold, colour } of fitting(pen, script)) {
    pen.font = fontOf({ size, bold });
    pen.fillStyle = colour;
    pen.fillText(words, MARGIN, y);
  }
}

function fitting(pen: Pen, script: Script): Line[] {
  let lines: Line[] = [];
  for (const size of SIZES) {
    lines = compose(pen, script, size);
    if ((lines[lines.length - 1]?.y ?? 0) <= PAPER.height - MARGIN / 2) break;
  }
  return lines;
}

function compose(pen: Pen, { title, sentences, length, days, hours, tooLate }: Script, size: number): Line[] {
  const lines: Line[] = [];
  let y = MARGIN;
  const write = (words: string, letters: Letters, colour: string): void => {
    pen.font = fontOf(letters);
    for (const line of linesOf(words, WIDTH, (part) => pen.measureText(part).width)) {
      y += letters.size * LEADING;
      lines.push({ words: line, y, ...letters, colour });
    }
  };
  const small = { size: Math.max(26, size - 8), bold: false };
  write(`大喇叭广播稿：${title}`, { size: size + 8, bold: true }, INK);
  write(`${length}。${hours}。`, small, GREY);
  for (const { day, times } of days) write(`${day}：${times}`, small, GREY);
  if (tooLate !== '') write(tooLate, small, GREY);
  y += size;
  for (const sentence of sentences) write(sentence, { size, bold: false }, INK);
  return lines;
}
