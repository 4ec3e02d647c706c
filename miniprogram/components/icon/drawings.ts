/**
 * The icons, drawn on 24 × 24 in strokes of 1.8. `T` marks the tinted inside. Drawn here because a web font would be a
 * second download before anything can be read.
 */
const drawings = {
  house:
    '<path T d="M4 11l8-7 8 7v9H4z"/><path d="M2.5 12L12 3.8l9.5 8.2M5 10.5V20h14v-9.5"/><path d="M9.8 20v-5.2h4.4V20"/>',
  houseFilled: '<path fill="C" d="M12 3.2L2.6 11.4l1.2 1.4L5 11.8V20h5v-5h4v5h5v-8.2l1.2 1 1.2-1.4z"/>',
  houseCheck: '<path d="M3 11.5L12 3.8l9 7.7M5.2 10v10h13.6V10"/><path d="M8.8 14l2.4 2.3 4.2-4.2"/>',
  person:
    '<circle T cx="12" cy="8" r="3.8"/><circle cx="12" cy="8" r="3.8"/><path d="M4.5 20v-1c0-3 2.2-4.6 5-4.6h5c2.8 0 5 1.6 5 4.6v1z"/>',
  personFilled:
    '<circle fill="C" cx="12" cy="8" r="4"/><path fill="C" d="M4.2 20.4v-1.2c0-3.2 2.4-5 5.2-5h5.2c2.8 0 5.2 1.8 5.2 5v1.2z"/>',
  people:
    '<circle cx="9" cy="8.6" r="3.2"/><path T d="M2.8 19.5v-.8c0-2.7 1.9-4.2 4.2-4.2h4c2.3 0 4.2 1.5 4.2 4.2v.8z"/><path d="M2.8 19.5v-.8c0-2.7 1.9-4.2 4.2-4.2h4c2.3 0 4.2 1.5 4.2 4.2v.8zM15.5 5.6a3.2 3.2 0 010 6M18 14.8c2 .4 3.2 1.9 3.2 3.9v.8"/>',
  phone:
    '<path T d="M5 3.8h3.2l1.6 4.4-2 1.6c1 2.4 3.3 4.8 5.9 6l1.7-2 4.6 1.6v3.2c0 1-.9 1.7-1.9 1.6C10.7 19.5 4 12.8 3.2 5.7 3.2 4.7 4 3.8 5 3.8z"/><path d="M5 3.8h3.2l1.6 4.4-2 1.6c1 2.4 3.3 4.8 5.9 6l1.7-2 4.6 1.6v3.2c0 1-.9 1.7-1.9 1.6C10.7 19.5 4 12.8 3.2 5.7 3.2 4.7 4 3.8 5 3.8z"/>',
  edit: '<path T d="M4 20l.8-4.2L15.6 5l3.4 3.4L8.2 19.2z"/><path d="M4 20l.8-4.2L15.6 5l3.4 3.4L8.2 19.2zM13.4 7.2l3.4 3.4"/>',
  clock: '<circle T cx="12" cy="12" r="8.6"/><circle cx="12" cy="12" r="8.6"/><path d="M12 7v5.3l3.5 2"/>',
  check: '<path d="M4.5 12.5l5 5L19.5 7"/>',
  checkCircle:
    '<circle fill="C" stroke="none" cx="12" cy="12" r="10"/><path stroke="#fff" stroke-width="2.2" d="M7.3 12.3l3.2 3.2 6.2-6.3"/>',
  alert:
    '<circle fill="C" stroke="none" cx="12" cy="12" r="10"/><path stroke="#fff" stroke-width="2.4" d="M12 6.8v6.4M12 16.6v.2"/>',
  warning: '<path T d="M12 4L2.8 20h18.4z"/><path d="M12 4L2.8 20h18.4zM12 10v4.6M12 17.1v.2"/>',
  back: '<path d="M15 4.5L7.5 12l7.5 7.5"/>',
  forward: '<path d="M9 4.5l7.5 7.5L9 19.5"/>',
  plus: '<path d="M12 4v16M4 12h16"/>',
  close: '<path d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>',
  refresh: '<path d="M19.8 10A8 8 0 005.2 8L4 10M4 5v5h5M4.2 14a8 8 0 0014.6 2l1.2-2M20 19v-5h-5"/>',
  undo: '<path d="M8.5 4.5L4 9l4.5 4.5M4.5 9H15a5 5 0 010 10H8"/>',
  swap: '<path d="M4 9h16l-4-4M20 15H4l4 4"/>',
  textSize:
    '<path d="M2.5 18.5L8 5h.6l5.5 13.5M4.6 14h7.4"/><path d="M14.5 18.5L18 10h.4l3.5 8.5M15.8 15.8h4.8"/>',
  offline:
    '<path d="M3 3l18 18M12 19.3v.2M8.2 15.5a5.5 5.5 0 016-.9M4.8 12a10.5 10.5 0 014-2.4M12 8.8c2.7 0 5.2 1.1 7.2 3.2M2 8.6a14.5 14.5 0 013.6-2.5M9.7 4.9A14.8 14.8 0 0122 8.6"/>',
  upload:
    '<path T d="M7 18.5a4.5 4.5 0 01-.5-9 6 6 0 0111.3 1A4 4 0 0117.5 18.5z"/><path d="M9 18.5H7a4.5 4.5 0 01-.5-9 6 6 0 0111.3 1 4 4 0 01-.3 8H15M12 21v-8M9 15.6l3-3 3 3"/>',
  location:
    '<path T d="M12 21s7-6.2 7-11.3A7 7 0 005 9.7C5 14.8 12 21 12 21z"/><path d="M12 21s7-6.2 7-11.3A7 7 0 005 9.7C5 14.8 12 21 12 21z"/><circle cx="12" cy="9.8" r="2.5"/>',
  shield:
    '<path T d="M12 3l7.5 2.8v5.4c0 4.6-3 8.2-7.5 9.8-4.5-1.6-7.5-5.2-7.5-9.8V5.8z"/><path d="M12 3l7.5 2.8v5.4c0 4.6-3 8.2-7.5 9.8-4.5-1.6-7.5-5.2-7.5-9.8V5.8z"/><path d="M8.5 11.8l2.5 2.5 4.5-4.5"/>',
  thermometer:
    '<path T d="M9.5 13.6V5.5a2.5 2.5 0 015 0v8.1a4.3 4.3 0 11-5 0z"/><path d="M9.5 13.6V5.5a2.5 2.5 0 015 0v8.1a4.3 4.3 0 11-5 0z"/><path d="M12 8.5v8.2"/><circle fill="C" stroke="none" cx="12" cy="17.1" r="1.9"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.4 15.4L21 21"/>',
  eye: '<path T d="M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z"/><path d="M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="2.7"/>',
  grid: '<rect T x="9" y="3" width="6" height="5" rx="1"/><rect x="9" y="3" width="6" height="5" rx="1"/><rect x="2.5" y="16" width="6" height="5" rx="1"/><rect x="15.5" y="16" width="6" height="5" rx="1"/><path d="M12 8v4M5.5 16v-4h13v4"/>',
  key: '<circle T cx="8" cy="15.5" r="4.5"/><circle cx="8" cy="15.5" r="4.5"/><path d="M11.3 12.3L20 3.6M16.5 7l3 3"/>',
  info: '<circle T cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.2"/>',
  calendar:
    '<rect T x="3.5" y="5.5" width="17" height="15" rx="1.5"/><rect x="3.5" y="5.5" width="17" height="15" rx="1.5"/><path d="M3.5 10.5h17M8 3v4M16 3v4"/>',
  note: '<path T d="M5 3.5h10l4 4v13H5z"/><path d="M5 3.5h10l4 4v13H5zM8.5 11h7M8.5 15h7M14.5 3.5v4.5h4.5"/>',
  chart: '<path d="M4 20h16"/><path d="M7 16v-4M12 16V6M17 16V9"/>',
  basket:
    '<path T d="M4.5 10h15l-1.6 9.5H6.1z"/><path d="M3 10h18M4.5 10l1.6 9.5h11.8L19.5 10M8 10l3-5.5M16 10l-3-5.5M9.6 13.3v3M14.4 13.3v3"/>',
  basketFilled:
    '<path fill="C" d="M4 10.5h16L18.3 20H5.7z"/><path d="M3 10.2h18M8 10l3-5.5M16 10l-3-5.5"/><path stroke="#fff" d="M9.6 13.4v3.2M14.4 13.4v3.2"/>',
  bell: '<path T d="M5.5 17c1.3-1.5 1.8-3.2 1.8-6.3a4.7 4.7 0 019.4 0c0 3.1.5 4.8 1.8 6.3z"/><path d="M5.5 17c1.3-1.5 1.8-3.2 1.8-6.3a4.7 4.7 0 019.4 0c0 3.1.5 4.8 1.8 6.3zM12 6V4M9.8 19.6a2.4 2.4 0 004.4 0"/>',
  bellFilled:
    '<path fill="C" d="M5 17.2c1.5-1.6 2-3.3 2-6.5a5 5 0 0110 0c0 3.2.5 4.9 2 6.5z"/><path d="M12 5.7V4M9.8 20a2.4 2.4 0 004.4 0"/>',
  speaker:
    '<path T d="M4 9.3h3.4L12.5 5v14l-5.1-4.3H4z"/><path d="M4 9.3h3.4L12.5 5v14l-5.1-4.3H4zM15.6 9.2a4 4 0 010 5.6M18 6.6a7.6 7.6 0 010 10.8"/>',
  crowd:
    '<circle T cx="12" cy="9.3" r="3"/><circle cx="12" cy="9.3" r="3"/><path d="M6.3 19.4v-.7c0-2.6 1.7-4.1 3.9-4.1h3.6c2.2 0 3.9 1.5 3.9 4.1v.7z"/><path d="M7.9 5.1a2.7 2.7 0 00-2.2 4.7M16.1 5.1a2.7 2.7 0 012.2 4.7M4.9 12.6C3.3 13.1 2.4 14.4 2.4 16.2v.6M19.1 12.6c1.6.5 2.5 1.8 2.5 3.6v.6"/>',
  bring:
    '<circle T cx="10.5" cy="7.8" r="3.6"/><circle cx="10.5" cy="7.8" r="3.6"/><path d="M11 20H3.5v-1c0-2.9 2.1-4.6 4.8-4.6h3.2M14.2 14.6l3.6-1.3 3.6 1.3v2.6c0 2-1.4 3.4-3.6 4.1-2.2-.7-3.6-2.1-3.6-4.1z"/>',
  bookmark: '<path T d="M6.5 3.8h11V20L12 15.8 6.5 20z"/><path d="M6.5 3.8h11V20L12 15.8 6.5 20z"/>',
  bookmarkFilled: '<path fill="C" d="M6.5 3.8h11V20L12 15.8 6.5 20z"/>',
  contrast: '<circle cx="12" cy="12" r="8.6"/><path fill="C" d="M12 3.4a8.6 8.6 0 010 17.2z"/>',
  file: '<path T d="M6 3.5h8l4.5 4.5v12.5H6z"/><path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5v5h5"/>',
  history: '<path d="M4.3 12A8 8 0 107 6L4.5 8.2M4.2 4v4.4h4.4"/><path d="M12 8v4.4l3 1.8"/>',
  leaf: '<path T d="M12 12.5C8 12.5 5 9.8 5 6.5c2-1 4.6-.6 6 1 .2-1.8 1.5-3.5 3-4 1.2.8 1.9 2.3 1.7 4 1.2-.7 2.7-.7 3.8 0-.3 3.1-3.3 5-7.5 5z"/><path d="M12 12.5C8 12.5 5 9.8 5 6.5c2-1 4.6-.6 6 1 .2-1.8 1.5-3.5 3-4 1.2.8 1.9 2.3 1.7 4 1.2-.7 2.7-.7 3.8 0-.3 3.1-3.3 5-7.5 5z"/><path d="M12 9.5v7M9 12.3l1.5 8h3l1.5-8"/>',
  bowl: '<path T d="M3.5 12h17c0 4.5-2.6 7.5-6 8h-5c-3.4-.5-6-3.5-6-8z"/><path d="M3.5 12h17c0 4.5-2.6 7.5-6 8h-5c-3.4-.5-6-3.5-6-8z"/><path d="M5.5 12c.3-3.7 3-6 6.5-6s6.2 2.3 6.5 6M10 9.2v.1M13.5 8.6v.1M15.6 10.4v.1"/>',
  egg: '<path T d="M12 3.5c3.5 0 6.5 5 6.5 9.5a6.5 6.5 0 01-13 0c0-4.5 3-9.5 6.5-9.5z"/><path d="M12 3.5c3.5 0 6.5 5 6.5 9.5a6.5 6.5 0 01-13 0c0-4.5 3-9.5 6.5-9.5zM8.8 13c0-2 .9-3.8 2-5"/>',
  bottle:
    '<path T d="M7.5 10h9v9.5a1.5 1.5 0 01-1.5 1.5H9a1.5 1.5 0 01-1.5-1.5z"/><path d="M10.3 6.5V4.3a1.7 1.7 0 013.4 0v2.2M8 6.5h8V10H8zM7.5 10h9v9.5a1.5 1.5 0 01-1.5 1.5H9a1.5 1.5 0 01-1.5-1.5zM7.5 13.5h3M7.5 17h3"/>',
  roll: '<ellipse T cx="8" cy="9" rx="4.5" ry="5.5"/><ellipse cx="8" cy="9" rx="4.5" ry="5.5"/><ellipse cx="8" cy="9" rx="1.3" ry="1.8"/><path d="M8 3.5h8.5c2.2 0 4 2.5 4 5.5v11.5h-8V9M8 14.5h4.5"/>',
  pill: '<path T d="M9 20a4.2 4.2 0 01-6-6l5.5-5.5 6 6z"/><path d="M9 20a4.2 4.2 0 01-6-6L14 3a4.2 4.2 0 016 6zM8.5 8.5l6 6"/>',
  truck:
    '<path T d="M2.5 6h11v11h-11z"/><path d="M13.5 17h-3.7M5.2 17H2.5V6h11v11M13.5 9.5h4.2l3.8 4V17h-2.2M18.7 17h-4"/><circle cx="7.5" cy="17.5" r="2.2"/><circle cx="17" cy="17.5" r="2.2"/>',
  store:
    '<path T d="M4 4.5h16l1.5 5h-19z"/><path d="M4 4.5h16l1.5 5a3.1 3.1 0 01-6.3 0 3.2 3.2 0 01-6.4 0 3.1 3.1 0 01-6.3 0zM4.5 12.5V20h15v-7.5M9.5 20v-4.5h5V20"/>',
  code: '<rect x="3.5" y="3.5" width="6.5" height="6.5" rx="1"/><rect x="14" y="3.5" width="6.5" height="6.5" rx="1"/><rect x="3.5" y="14" width="6.5" height="6.5" rx="1"/><path d="M6.7 6.7v.1M17.2 6.7v.1M6.7 17.2v.1M14 14h3v3M20.5 14v.1M14 20.5v.1M17.5 20.5h3v-3"/>',
  microphone:
    '<rect T x="9" y="3" width="6" height="11" rx="3"/><rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0013 0M12 18v3"/>',
  scan: '<path d="M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M3.5 12h17"/>',
} as const;

export type IconName = keyof typeof drawings;

/** Tone → stroke. The same values as the tokens: an image can't read CSS variables. */
const tones = {
  brand: '#17517d',
  ink: '#1f2429',
  grey: '#4a5058',
  white: '#ffffff',
  green: '#1f6e43',
  amber: '#8f5200',
  red: '#b0301f',
} as const;

export type IconTone = keyof typeof tones;

const isName = (name: string): name is IconName => name in drawings;
const isTone = (tone: string): tone is IconTone => tone in tones;

/** The icon as an SVG data image; empty for a name that isn't drawn. */
export function drawIcon(name: string, tone: string): string {
  if (!isName(name)) return '';
  const colour = isTone(tone) ? tones[tone] : tones.brand;
  const tint = `stroke="none" fill="${colour}" fill-opacity=".16"`;
  const shapes = drawings[name]
    .replace(/(<[a-z]+) T/g, `$1 ${tint}`)
    .replace(/fill="C"/g, `fill="${colour}"`);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" ' +
    `stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
