/** A signature is a path in a box of 320 × 160, whatever the screen measured: `M10 20L12 22L15 27M…`. */
export const BOX = { width: 320, height: 160 } as const;
/** Below what the cloud takes. */
const LONGEST_PATH = 28_000;
/** Points closer than this are the same to the eye. */
const LEAST_STEP = 2;
/** A dot or a slip of the finger is no name. */
const LEAST_LENGTH = 60;

export type Point = { x: number; y: number };

/** A point of the screen's canvas in the box, in whole units. */
export function inBox({ x, y }: Point, canvas: { width: number; height: number }): Point {
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)));
  return {
    x: within((x * BOX.width) / canvas.width, BOX.width),
    y: within((y * BOX.height) / canvas.height, BOX.height),
  };
}

/** The path after the finger came down there. */
export const begin = (path: string, { x, y }: Point): string =>
  path.length > LONGEST_PATH ? path : `${path}M${x} ${y}`;

/** The path after the finger moved there; the same path when it hardly did. */
export function goOn(path: string, { x, y }: Point): string {
  const strokes = strokesOf(path);
  const before = strokes[strokes.length - 1]?.slice(-1)[0];
  const moved = before === undefined || Math.hypot(x - before.x, y - before.y) >= LEAST_STEP;
  return moved && path.length <= LONGEST_PATH ? `${path}L${x} ${y}` : path;
}

/** Its strokes, each a list of points. */
export const strokesOf = (path: string): Point[][] =>
  path
    .split('M')
    .filter((stroke) => stroke !== '')
    .map((stroke) =>
      stroke.split('L').map((point) => {
        const [x = 0, y = 0] = point.split(' ').map(Number);
        return { x, y };
      }),
    );

/** Whether somebody wrote something, or only touched it. */
export function isSigned(path: string): boolean {
  let length = 0;
  for (const stroke of strokesOf(path))
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1];
      if (before) length += Math.hypot(point.x - before.x, point.y - before.y);
    }
  return length >= LEAST_LENGTH;
}
