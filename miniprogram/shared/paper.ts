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
