import { begin, BOX, goOn, inBox, strokesOf, type Point } from './strokes';

type Touched = { touches: Point[] };
/** The canvas as far as it is there: drawing waits for it, the strokes don't. */
type Pad = {
  context: WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
  width: number;
  height: number;
};

const INK = '#1f2429';
const pads = new WeakMap<object, Pad>();
/** What is drawn, while a finger is down. */
const drawn = new WeakMap<object, string>();

/** 手写签名, with a finger. Says `change` with `{value}`, an SVG path in a box of 320 × 160, after each stroke; empty when cleared. */
Component({
  properties: {
    /** The path: a draft's signature is drawn again. */
    value: { type: String, value: '' },
    label: { type: String, value: '签名' },
    error: { type: String, value: '' },
  },
  observers: {
    value(value: string) {
      if (value === drawn.get(this)) return;
      drawn.set(this, value);
      this.redraw();
    },
  },
  lifetimes: {
    ready() {
      this.createSelectorQuery()
        .select('#pad')
        .fields({ node: true, size: true })
        .exec((found: [{ node?: WechatMiniprogram.Canvas; width: number; height: number } | null]) => {
          const [canvas] = found;
          if (!canvas?.node) return;
          const { node, width, height } = canvas;
          const { pixelRatio } = wx.getWindowInfo();
          Object.assign(node, { width: width * pixelRatio, height: height * pixelRatio });
          const context = node.getContext(
            '2d',
          ) as WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;
          context.scale(pixelRatio, pixelRatio);
          pads.set(this, { context, width, height });
          this.redraw();
        });
    },
  },
  methods: {
    down(event: Touched) {
      this.draw(event, begin);
    },
    move(event: Touched) {
      this.draw(event, goOn);
    },
    draw({ touches: [touch] }: Touched, add: (path: string, point: Point) => string) {
      const pad = pads.get(this);
      if (touch === undefined) return;
      const before = drawn.get(this) ?? '';
      const after = add(before, inBox(touch, pad ?? BOX));
      if (after === before) return;
      drawn.set(this, after);
      if (pad) line(pad, strokesOf(after).slice(-1)[0]?.slice(-2) ?? []);
    },
    up() {
      const value = drawn.get(this) ?? '';
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
    clear() {
      drawn.set(this, '');
      this.redraw();
      this.triggerEvent('change', { value: '' });
    },
    redraw() {
      const pad = pads.get(this);
      if (!pad) return;
      pad.context.clearRect(0, 0, pad.width, pad.height);
      for (const stroke of strokesOf(drawn.get(this) ?? '')) line(pad, stroke);
    },
  },
});

/** A stroke of ink; a single point is a dot. */
function line({ context, width, height }: Pad, points: readonly Point[]): void {
  const [first] = points;
  if (first === undefined) return;
  const onCanvas = ({ x, y }: Point) => [(x * width) / BOX.width, (y * height) / BOX.height] as const;
  context.strokeStyle = INK;
  context.lineWidth = 3;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(...onCanvas(first));
  for (const point of points.length === 1 ? [first] : points.slice(1)) context.lineTo(...onCanvas(point));
  context.stroke();
}
