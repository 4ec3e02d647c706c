import { fontOf, type PicturePen } from '../../../shared/paper';
import { BRAND, type Layout, layOut, type Size } from './layout';
import type { PosterText } from './poster-text';

/** Paints a poster; without a code its place stays an empty frame. */
export function paintPoster<Picture>(
  pen: PicturePen<Picture>,
  text: PosterText,
  size: Size,
  code: Picture | null,
): void {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size.width, size.height);
  const layout = layOut(pen, text, size);
  for (const { x, y, width, height, colour } of layout.boxes) {
    pen.fillStyle = colour;
    pen.fillRect(x, y, width, height);
  }
  for (const line of layout.lines) {
    pen.font = fontOf(line);
    pen.fillStyle = line.colour;
    pen.textAlign = line.align;
    pen.fillText(line.words, line.x, line.y);
  }
  paintCode(pen, layout.codeAt, code);
}

function paintCode<Picture>(pen: PicturePen<Picture>, at: Layout['codeAt'], code: Picture | null): void {
  if (at === null) return;
  const { x, y, side } = at;
  if (code !== null) {
    pen.drawImage(code, x, y, side, side);
    return;
  }
  pen.strokeStyle = BRAND;
  pen.lineWidth = 3;
  pen.strokeRect(x, y, side, side);
}
