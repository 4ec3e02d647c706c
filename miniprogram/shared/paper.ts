/** A4 at 150 dots an inch. */
export const PAPER = { width: 1240, height: 1754 };

/** What painting needs of a canvas's context. */
export type Pen = {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  font: string;
  textAlign: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
};

/** A pen that also draws pictures, such as a code. */
export type PicturePen<Picture> = Pen & {
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
};

const FONT = '"PingFang SC", "Noto Sans CJK SC", sans-serif';

export type Letters = { size: number; bold: boolean };
export const fontOf = ({ size, bold }: Letters): string => `${bold ? 700 : 400} ${size}px ${FONT}`;

/** What may not begin a line. */
const CLOSING = '，。；：、！？）」】';

/** Chinese words broken into lines: between characters, but never inside a number, and no line begins with a closing mark. */
export function linesOf(words: string, width: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of words.matchAll(/[\w.:]+|./gu)) {
    if (line !== '' && widthOf(line + part) > width && !CLOSING.includes(part)) {
      lines.push(line);
      line = part.trimStart();
    } else line += part;
  }
  return line === '' ? lines : [...lines, line];
}
