/** One slot of the line: its temperature, or null where nothing was reported. */
export type LinePoint = { temperature: number | null };

const WIDTH = 320;
const HEIGHT = 110;
const MARGIN = 8;
/** What the picture always spans in ℃, so that a calm line looks calm. */
const CALM = { lowest: 35.8, highest: 38 };

/** The same values as the tokens: an image can't read CSS variables. */
const BRAND = '#17517d';
const RED = '#b0301f';
const STROKE = '#e8e2d7';

/**
 * The temperatures of a record, oldest first, as an SVG data image: a line that breaks where a slot was missed, a red dashed one at the
 * fever limit, and a red dot for what lies at or above it. The words beside it say the numbers.
 */
export function drawTemperatureLine(points: readonly LinePoint[], feverFrom: number): string {
  const known = points.flatMap(({ temperature }) => (temperature === null ? [] : [temperature]));
  const lowest = Math.min(CALM.lowest, ...known);
  const highest = Math.max(CALM.highest, feverFrom, ...known);
  const x = (index: number) => round(MARGIN + ((WIDTH - 2 * MARGIN) * (index + 0.5)) / points.length);
  const y = (temperature: number) =>
    round(HEIGHT - MARGIN - ((HEIGHT - 2 * MARGIN) * (temperature - lowest)) / (highest - lowest));

  const runs = runsOf(points)
    .map((run) => run.map(({ index, temperature }) => `${x(index)},${y(temperature)}`).join(' '))
    .map((line) => `<polyline points="${line}" stroke="${BRAND}" stroke-width="2"/>`);
  const dots = points.flatMap(({ temperature }, index) =>
    temperature === null
      ? []
      : [
          dot(
            x(index),
            y(temperature),
            temperature >= feverFrom ? { r: 5, fill: RED } : { r: 3, fill: BRAND },
          ),
        ],
  );
  const limit = y(feverFrom);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" fill="none" ` +
    'stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="M0 ${HEIGHT - 0.5}H${WIDTH}" stroke="${STROKE}"/>` +
    `<path d="M0 ${limit}H${WIDTH}" stroke="${RED}" stroke-dasharray="5 6"/>` +
    `${runs.join('')}${dots.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const dot = (cx: number, cy: number, { r, fill }: { r: number; fill: string }): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;

const round = (value: number): number => Math.round(value * 10) / 10;

type Known = { index: number; temperature: number };

/** The stretches between missed slots. */
function runsOf(points: readonly LinePoint[]): Known[][] {
  const runs: Known[][] = [[]];
  points.forEach(({ temperature }, index) => {
    if (temperature === null) runs.push([]);
    else runs[runs.length - 1]?.push({ index, temperature });
  });
  return runs.filter((run) => run.length > 1);
}
