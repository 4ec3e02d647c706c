import type { SymptomName } from '../../shared/labels';

/**
 * The symptoms as pictures, for who doesn't read easily: drawn on 40 × 40 in strokes of 2, like the icons. `R` marks where it
 * hurts. The words stand below each; a picture alone says nothing.
 */
const drawings: Readonly<Record<SymptomName | 'none', string>> = {
  none: '<circle cx="20" cy="20" r="16"/><path d="M12.5 20.5l5.2 5.2 10-10.4"/>',
  dryCough:
    '<path d="M7.6 36c1-4.6-.6-7-2.2-10C2 18 6 6.5 17 6.5c8 0 11.5 5.4 11.7 10.2l3 5.6-3 1.4v2.6"/><path d="M28.7 29.5c0 2.5-1.4 2.7-6.2 2.4V36"/><path R d="M24.5 26h5.5M33 25.8h5.5M32.5 21.5l4.3-3.2M32.5 30.2l4.3 2.8"/>',
  fatigue:
    '<circle cx="13" cy="12" r="6.5"/><path d="M2.5 36v-4.5c0-5 3.5-8 7.5-8h6c4 0 7.5 3 7.5 8V36"/><path R d="M28 5v10M24.5 11.5L28 15l3.5-3.5M35 13v10M31.5 19.5L35 23l3.5-3.5"/>',
  soreThroat:
    '<circle cx="20" cy="11" r="8"/><path d="M16.5 18.5v4C10.5 23.5 6 27 5 37M23.5 18.5v4c6 1 10.5 4.5 11.5 14.5"/><circle P cx="20" cy="24" r="6.5"/><circle D cx="20" cy="24" r="3.2"/>',
  chestTightness:
    '<circle cx="20" cy="10" r="7"/><path d="M4.5 37v-6c0-5 3.5-8.5 8-8.5h15c4.5 0 8 3.5 8 8.5v6"/><path d="M11 37v-5M29 37v-5"/><circle P cx="20" cy="31" r="7"/><circle D cx="20" cy="31" r="3.2"/>',
  diarrhoea:
    '<path d="M9.5 3c-1 9 1.5 12-.5 20-.9 4-2 8-2 13.5M30.5 3c1 9-1.5 12 .5 20 .9 4 2 8 2 13.5M20 33.5V37"/><circle P cx="20" cy="21.5" r="7"/><circle D cx="20" cy="21.5" r="3.2"/>',
  lossOfSmell:
    '<path d="M22 4c-.5 7-9 14-9.5 22.5-.2 4.5 3.5 6 6 5 1.7-.7 2.5-2.5 1.3-4M20 31.5c3 3.5 8.5 2 8.5-2"/><path R stroke-width="2.6" d="M4 36L36 7"/>',
  headache:
    '<path d="M8 37c.8-4-1-6.5-2.4-9.5C2.5 20 7.5 10.5 17.5 10.5c7.5 0 10.8 5 11 9.5l2.8 5.2-2.8 1.3V29c0 2.5-1.4 2.7-6 2.4V37"/><circle P cx="15" cy="19" r="6"/><circle D cx="15" cy="19" r="2.8"/><path R d="M9 6L7 2.5M17 5V1.5M25 6.5l2-3.5"/>',
  muscleAche:
    '<circle cx="20" cy="7.5" r="5"/><path d="M9 33V21.5c0-3.5 2.5-6 5.5-6h11c3 0 5.5 2.5 5.5 6V33M14.5 24v14M25.5 24v14"/><circle D cx="11.5" cy="19.5" r="2.6"/><circle D cx="28.5" cy="19.5" r="2.6"/><circle D cx="20" cy="27.5" r="2.6"/>',
  runnyNose:
    '<path d="M22 3c-.5 7-9 13-9.5 20.5-.2 4.5 3.5 6 6 5 1.7-.7 2.5-2.5 1.3-4M20 28.5c3 3.5 8.5 2 8.5-2"/><path D d="M17.5 31.5c1.9 2.6 2.7 3.7 2.7 5a2.7 2.7 0 01-5.4 0c0-1.3.8-2.4 2.7-5z"/><path D d="M29.5 31c1.5 2 2.1 2.9 2.1 3.9a2.1 2.1 0 01-4.2 0c0-1 .6-1.9 2.1-3.9z"/>',
  rash: '<path d="M9 37c1-9 2-13 1-20l-1-7c-.3-2.5 3-3 3.5-.6l1.5 7.1M14 16.5L15.5 4.5c.3-2.4 3.6-2 3.5.4l-.5 11M18.5 15.5L21 5.5c.6-2.3 3.8-1.5 3.3.8l-2 11M22.5 17.5l3.5-7c1-2.1 4-.8 3.2 1.4-2.5 7-1.7 12.1-.7 25.1"/><circle D cx="15" cy="24" r="2"/><circle D cx="22" cy="27" r="2"/><circle D cx="16" cy="32" r="2"/>',
  other:
    '<circle cx="20" cy="20" r="16"/><circle fill="C" stroke="none" cx="12.5" cy="20" r="2"/><circle fill="C" stroke="none" cx="20" cy="20" r="2"/><circle fill="C" stroke="none" cx="27.5" cy="20" r="2"/>',
};

/** The same values as the tokens: an image can't read CSS variables. */
const INK = '#1f2429';
const BRAND = '#17517d';
const RED = '#b0301f';

/** The picture as an SVG data image; the lines are indigo where it is chosen. */
export function drawSymptom(name: SymptomName | 'none', chosen: boolean): string {
  const colour = chosen ? BRAND : INK;
  const shapes = drawings[name]
    .replace(/(<[a-z]+) R/g, `$1 stroke="${RED}"`)
    .replace(/(<[a-z]+) P/g, `$1 stroke="none" fill="${RED}" fill-opacity=".2"`)
    .replace(/(<[a-z]+) D/g, `$1 stroke="none" fill="${RED}"`)
    .replace(/fill="C"/g, `fill="${colour}"`);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" fill="none" ' +
    `stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
