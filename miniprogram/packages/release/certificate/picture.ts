import type { Paper } from './view';

type Context2d = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
type Picture = WechatMiniprogram.Image;

/** In px of the picture: sharp when printed on A6, and small enough for any phone. */
export const WIDTH = 1080;
export const HEIGHT = 1620;

const INK = '#1f2429';
const SECOND = '#4a5058';
const BRAND = '#17517d';
const BRAND_DARK = '#0f3f64';
const EDGE = '#aecbdf';
const BAND: Readonly<Record<string, string>> = { green: '#1f6e43', grey: '#4a5058', red: '#b0301f' };
const FAMILY = 'sans-serif';
const LEFT = 110;
const RIGHT = WIDTH - LEFT;

type Style = { size: number; bold?: boolean; colour?: string; align?: 'left' | 'center' | 'right' };

function write(context: Context2d, text: string, x: number, y: number, style: Style): void {
  context.font = `${style.bold ? 'bold ' : ''}${style.size}px ${FAMILY}`;
  context.fillStyle = style.colour ?? INK;
  context.textAlign = style.align ?? 'left';
  context.fillText(text, x, y);
}

/** The certificate as a picture for the album, with the code that says whether it still holds. */
export function drawPaper(context: Context2d, paper: Paper, code: Picture | null): void {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  drawHead(context, paper);
  drawPerson(context, paper);
  drawFigures(context, paper);
  drawCode(context, code);
  drawSteps(context, paper);
}

function drawHead(context: Context2d, paper: Paper): void {
  context.fillStyle = BAND[paper.tone] ?? SECOND;
  context.fillRect(0, 0, WIDTH, 150);
  // A picture can't know what happens after it: revoked later, it must not go on saying 有效.
  const word = paper.state === 'valid' ? '以扫码为准' : paper.stateWord;
  write(context, word, 70, 96, { size: 60, bold: true, colour: '#ffffff' });
  write(context, paper.until, WIDTH - 70, 94, { size: 48, colour: '#ffffff', align: 'right' });
  context.strokeStyle = EDGE;
  context.lineWidth = 3;
  context.strokeRect(50, 190, WIDTH - 100, HEIGHT - 240);
  const middle = WIDTH / 2;
  write(context, paper.organisation, middle, 280, { size: 46, bold: true, colour: BRAND, align: 'center' });
  write(context, paper.title, middle, 362, { size: 64, bold: true, colour: BRAND_DARK, align: 'center' });
  write(context, paper.number, middle, 434, { size: 42, colour: SECOND, align: 'center' });
}

function drawPerson(context: Context2d, paper: Paper): void {
  write(context, paper.name, LEFT, 545, { size: 72, bold: true });
  const nameEnds = LEFT + context.measureText(paper.name).width;
  write(context, paper.who, nameEnds + 36, 542, { size: 42, colour: SECOND });
  write(context, `${paper.done}${paper.days}`, LEFT, 630, { size: 46 });
  write(context, paper.release, LEFT, 698, { size: 46 });
}

function drawFigures(context: Context2d, paper: Paper): void {
  const width = (RIGHT - LEFT) / paper.figures.length;
  paper.figures.forEach(({ count, label }, at) => {
    const middle = LEFT + width * (at + 0.5);
    write(context, String(count), middle, 830, { size: 84, bold: true, align: 'center' });
    write(context, label, middle, 890, { size: 40, colour: SECOND, align: 'center' });
  });
}

function drawCode(context: Context2d, code: Picture | null): void {
  if (code === null) {
    write(context, '打开小程序，可以查这份证明的真假', LEFT, 1080, { size: 42, colour: SECOND });
    return;
  }
  context.drawImage(code, LEFT, 940, 380, 380);
  write(context, '扫码验真假', LEFT + 430, 1120, { size: 52, bold: true });
  write(context, '撤销以后再扫，', LEFT + 430, 1190, { size: 42, colour: SECOND });
  write(context, '会显示已作废', LEFT + 430, 1250, { size: 42, colour: SECOND });
}

function drawSteps(context: Context2d, paper: Paper): void {
  const width = (RIGHT - LEFT) / Math.max(1, paper.steps.length);
  paper.steps.forEach(({ label, name, date }, at) => {
    const x = LEFT + width * at;
    write(context, label, x, 1400, { size: 38, colour: SECOND });
    write(context, name, x, 1462, { size: 48, bold: true });
    write(context, date, x, 1526, { size: 38, colour: SECOND });
  });
}
