/** The library's pictures, drawn on 600 × 400 in the product's colours. `paint.mjs` makes the PNGs that ship. */
const INK = '#1f2429';
const INDIGO = '#17517d';
const LIGHT = '#a9c6dc';
const PALE = '#edf3f8';
const SAND = '#f5efe3';
const GREEN = '#2e8b57';
const AMBER = '#e0a83e';
const RED = '#b0301f';
const SKIN = '#f2d3b3';
const WATER = '#7fb2d6';

const rect = (x, y, width, height, fill, radius = 12, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" ${more}/>`;
const circle = (x, y, r, fill, more = '') => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`;
const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d, stroke = INK, width = 6) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

/** Head and shoulders; `x`, `y` is the middle of the face. */
const person = (x, y, { shirt = INDIGO, hair = INK, mask = false, mouth = 'smile', grey = false } = {}) => [
  path(`M${x - 78} ${y + 170}v-32c0-44 32-66 78-66s78 22 78 66v32z`, shirt),
  rect(x - 16, y + 40, 32, 40, SKIN, 10),
  circle(x, y, 54, SKIN),
  path(`M${x - 56} ${y - 2}c-4-76 116-76 112 0-12-30-30-34-56-34s-44 4-56 34z`, grey ? '#a8a8a8' : hair),
  circle(x - 19, y, 4.5, INK),
  circle(x + 19, y, 4.5, INK),
  ...(mask
    ? [
        line(`M${x - 50} ${y + 8}L${x - 34} ${y + 16}M${x + 50} ${y + 8}L${x + 34} ${y + 16}`, '#ffffff', 4),
        path(
          `M${x - 36} ${y + 12}q36-16 72 0v22q-14 22-36 22t-36-22z`,
          '#ffffff',
          `stroke="${LIGHT}" stroke-width="3"`,
        ),
        line(`M${x - 24} ${y + 26}h48M${x - 24} ${y + 36}h48`, LIGHT, 3),
      ]
    : [
        mouth === 'smile'
          ? line(`M${x - 16} ${y + 24}q16 14 32 0`, INK, 4)
          : mouth === 'open'
            ? path(`M${x - 14} ${y + 20}h28q0 24-14 24t-14-24z`, RED)
            : line(`M${x - 14} ${y + 30}q14-12 28 0`, INK, 4),
      ]),
];

const drop = (x, y, size = 1) =>
  path(
    `M${x} ${y - 22 * size}c${12 * size} ${16 * size} ${16 * size} ${22 * size} ${16 * size} ${30 * size}a${16 * size} ${16 * size} 0 01-${32 * size} 0c0-${8 * size} ${4 * size}-${14 * size} ${16 * size}-${30 * size}z`,
    WATER,
  );
const tick = (x, y) => [circle(x, y, 30, GREEN), line(`M${x - 13} ${y + 1}l9 10 18-20`, '#ffffff', 7)];
const cross = (x, y) => [
  circle(x, y, 30, RED),
  line(`M${x - 11} ${y - 11}l22 22M${x + 11} ${y - 11}l-22 22`, '#ffffff', 7),
];
const floor = rect(0, 340, 600, 60, SAND, 0);
const bottle = (x, y, colour, label) => [
  rect(x - 18, y - 46, 36, 40, INDIGO, 8),
  rect(x - 48, y, 96, 150, colour, 18),
  rect(x - 48, y + 40, 96, 62, '#ffffff', 0),
  `<text x="${x}" y="${y + 84}" font-size="40" font-weight="700" text-anchor="middle" fill="${INDIGO}" font-family="sans-serif">${label}</text>`,
];
const stool = (x, y) => [
  rect(x - 64, y, 128, 18, '#a9774a', 6),
  line(`M${x - 46} ${y + 18}l-10 74M${x + 46} ${y + 18}l10 74`, '#a9774a', 12),
];
const thermometer = (x, y, hot) => [
  rect(x - 15, y - 120, 30, 170, '#ffffff', 15, `stroke="${INDIGO}" stroke-width="6"`),
  circle(x, y + 62, 30, hot, `stroke="${INDIGO}" stroke-width="6"`),
  rect(x - 6, y - 50, 12, 100, hot, 6),
  line(`M${x + 24} ${y - 90}h16M${x + 24} ${y - 54}h16M${x + 24} ${y - 18}h16`, INDIGO, 5),
];
const phone = (x, y) => [
  rect(x - 52, y - 90, 104, 180, INK, 18),
  rect(x - 43, y - 72, 86, 136, '#ffffff', 6),
  circle(x, y - 24, 24, GREEN),
  path(`M${x - 10} ${y - 36}c2 14 8 20 22 22l2-8-8-5-4 3c-4-2-6-4-8-8l3-4-4-8z`, '#ffffff'),
  rect(x - 30, y + 16, 60, 10, LIGHT, 5),
  rect(x - 30, y + 36, 40, 10, LIGHT, 5),
];

const DRAWINGS = {
  hands: [
    rect(250, 46, 100, 34, '#9aa4ad', 14),
    rect(316, 60, 34, 62, '#9aa4ad', 10),
    rect(322, 122, 22, 92, WATER, 6, 'opacity="0.8"'),
    path(
      'M150 300c20-60 90-96 150-96s90 30 110 60c16 22-4 40-26 30l-60-22c30 30 34 44 22 56-14 12-34 2-60-20-30 26-86 40-136 36z',
      SKIN,
      `stroke="#c99b6f" stroke-width="5"`,
    ),
    path(
      'M462 308c-24-52-76-74-118-70-30 2-50 20-40 36 6 12 24 12 44 8-24 16-34 32-24 44 14 14 44 2 70-14 18 14 44 18 68 14z',
      SKIN,
      `stroke="#c99b6f" stroke-width="5"`,
    ),
    ...[
      [236, 232, 26],
      [276, 206, 18],
      [392, 232, 22],
      [330, 262, 30],
      [360, 300, 16],
      [214, 270, 14],
    ].map(([x, y, r]) => circle(x, y, r, '#ffffff', `stroke="${LIGHT}" stroke-width="4"`)),
    drop(120, 150),
    drop(170, 110, 0.7),
    drop(470, 160),
    drop(430, 104, 0.7),
  ],
  masks: [
    floor,
    ...person(180, 170, { mask: true, shirt: GREEN }),
    ...person(420, 170, { mask: true, grey: true }),
    ...tick(300, 90),
  ],
  home: [
    floor,
    rect(110, 40, 280, 250, '#ffffff', 8, `stroke="${INDIGO}" stroke-width="10"`),
    rect(120, 50, 260, 230, '#cfe3f1', 2),
    circle(330, 100, 32, AMBER),
    path('M120 280v-50c60-40 120-30 160-6s70 10 100-10v66z', '#7fb58f'),
    path('M110 40L60 70v250l50-30z', LIGHT, `stroke="${INDIGO}" stroke-width="8" stroke-linejoin="round"`),
    path('M390 40l50 30v250l-50-30z', LIGHT, `stroke="${INDIGO}" stroke-width="8" stroke-linejoin="round"`),
    line('M450 130c40-16 60 20 96 2M450 180c40-16 60 20 96 2M450 230c40-16 60 20 96 2', WATER, 9),
  ],
  cough: [
    floor,
    ...person(230, 160, { mouth: 'sad' }),
    // The forearm lies across the mouth, the elbow to the right.
    line('M166 318L300 206', '#0f3f64', 54),
    line('M300 206L196 190', '#0f3f64', 44),
    circle(186, 188, 22, SKIN),
    ...[
      [360, 150, 8],
      [396, 128, 6],
      [392, 176, 7],
      [430, 156, 5],
      [424, 196, 6],
      [462, 134, 4],
    ].map(([x, y, r]) => circle(x, y, r, WATER)),
    line('M338 90v170', RED, 8),
    ...tick(500, 90),
  ],
  fever: [
    floor,
    ...person(190, 160, { mask: true, shirt: '#8a5a83' }),
    ...thermometer(345, 180, RED),
    ...phone(480, 190),
  ],
  observation: [
    floor,
    rect(60, 50, 200, 290, '#a9774a', 6),
    rect(76, 66, 168, 274, '#c69262', 4),
    circle(222, 210, 9, INK),
    ...stool(380, 248),
    path('M330 248l8-64h84l8 64z', GREEN),
    line('M352 184c0-40 56-40 56 0', GREEN, 8),
    circle(362, 176, 20, RED),
    path('M392 182c-6-40 20-60 36-52-2 26-10 44-24 54z', '#7fb58f'),
    line('M300 60h240M300 60l16-14M300 60l16 14M540 60l-16-14M540 60l-16 14', INDIGO, 6),
    `<text x="420" y="112" font-size="42" font-weight="700" text-anchor="middle" fill="${INDIGO}" font-family="'Noto Sans CJK SC','Noto Sans SC',sans-serif">不见面</text>`,
  ],
  together: [
    floor,
    ...person(130, 160, { mask: true, grey: true }),
    ...person(470, 160, { mask: true, shirt: GREEN }),
    line('M300 40v290', INDIGO, 8),
    line('M222 300h156M222 300l18-16M222 300l18 16M378 300l-18-16M378 300l-18 16', INDIGO, 6),
    `<text x="300" y="384" font-size="40" font-weight="700" text-anchor="middle" fill="${INDIGO}" font-family="'Noto Sans CJK SC','Noto Sans SC',sans-serif">一米</text>`,
  ],
  disinfectant: [
    floor,
    ...bottle(140, 150, WATER, '84'),
    ...bottle(300, 150, '#cfe3f1', '75%'),
    path(
      'M470 300c-50 0-70-40-56-80 10-26 30-34 30-66 30 14 44 40 44 62 10-8 14-18 14-30 30 40 34 114-32 114z',
      AMBER,
    ),
    path('M470 300c-24 0-36-20-28-40 6-14 18-20 22-36 22 16 36 30 36 48s-12 28-30 28z', RED),
    ...cross(470, 110),
    ...tick(220, 80),
  ],
  swab: [
    floor,
    ...person(200, 160, { mouth: 'open' }),
    line('M214 190L420 130', '#ffffff', 12),
    line('M214 190L420 130', LIGHT, 4),
    circle(216, 190, 11, '#ffffff', `stroke="${LIGHT}" stroke-width="4"`),
    path('M400 180c-6-40 30-70 66-66l74 10v110l-60 4c-44 0-74-16-80-58z', SKIN),
    path('M500 110h100v150h-100z', '#ffffff', `stroke="${LIGHT}" stroke-width="6"`),
    rect(390, 250, 60, 80, '#cfe3f1', 12, `stroke="${INDIGO}" stroke-width="5"`),
    rect(394, 290, 52, 36, RED, 8, 'opacity="0.75"'),
  ],
  'self-test': [
    floor,
    rect(90, 70, 150, 250, '#ffffff', 26, `stroke="${INDIGO}" stroke-width="7"`),
    rect(126, 106, 78, 116, PALE, 12, `stroke="${LIGHT}" stroke-width="5"`),
    line('M138 136h54', RED, 8),
    line('M138 182h54', '#e7a79c', 6),
    `<text x="110" y="146" font-size="30" font-weight="700" text-anchor="middle" fill="${INK}" font-family="sans-serif">C</text>`,
    `<text x="110" y="192" font-size="30" font-weight="700" text-anchor="middle" fill="${INK}" font-family="sans-serif">T</text>`,
    circle(165, 272, 20, PALE, `stroke="${LIGHT}" stroke-width="5"`),
    rect(320, 130, 56, 190, '#cfe3f1', 26, `stroke="${INDIGO}" stroke-width="6"`),
    rect(326, 220, 44, 92, WATER, 20),
    line('M348 90v150', '#ffffff', 10),
    circle(348, 246, 13, '#ffffff'),
    circle(486, 190, 84, '#ffffff', `stroke="${INDIGO}" stroke-width="8"`),
    line('M486 136v54l38 26', INDIGO, 9),
  ],
  vaccine: [
    floor,
    ...person(190, 160, { grey: true, shirt: '#8a5a83' }),
    `<g transform="translate(-62 60) rotate(-20 430 210)">${rect(360, 190, 130, 44, '#ffffff', 8, `stroke="${INDIGO}" stroke-width="6"`)}${rect(366, 196, 70, 32, WATER, 4)}${line('M360 212h-50', '#9aa4ad', 5)}${line('M490 212h46M536 190v44', INDIGO, 8)}</g>`,
    ...tick(500, 90),
  ],
  calm: [
    floor,
    ...person(130, 170, { grey: true, shirt: '#8a5a83' }),
    ...person(470, 170, { shirt: GREEN }),
    path(
      'M232 60h136a24 24 0 0124 24v30a24 24 0 01-24 24h-50l-24 26v-26h-62a24 24 0 01-24-24V84a24 24 0 0124-24z',
      '#ffffff',
      `stroke="${INDIGO}" stroke-width="6"`,
    ),
    path('M300 122c-34-20-34-46-16-46 10 0 16 8 16 14 0-6 6-14 16-14 18 0 18 26-16 46z', RED),
  ],
};

export const SIZE = { width: 600, height: 400 };
export const drawings = Object.entries(DRAWINGS).map(([key, shapes]) => ({
  key,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400">${rect(0, 0, 600, 400, PALE, 0)}${shapes.flat().join('')}</svg>`,
}));
