import { drawTemperatureLine } from '../../../../miniprogram/packages/observation/record/temperature-line';

const drawn = (temperatures: (number | null)[]): Document => {
  const image = drawTemperatureLine(
    temperatures.map((temperature) => ({ temperature })),
    37.3,
  );
  return new DOMParser().parseFromString(
    decodeURIComponent(image.slice(image.indexOf(',') + 1)),
    'image/svg+xml',
  );
};
const all = (picture: Document, tag: string) => [...picture.getElementsByTagName(tag)];
const heights = (picture: Document) => all(picture, 'circle').map((dot) => Number(dot.getAttribute('cy')));

describe('the temperature line', () => {
  it('has a dot for each reading, higher for a higher temperature', () => {
    const [low, high] = heights(drawn([36.2, 36.9]));
    expect(low).toBeGreaterThan(high!);
  });

  it('breaks where a slot was missed', () => {
    const picture = drawn([36.5, 36.6, null, 36.4, 36.7]);
    expect(all(picture, 'polyline')).toHaveLength(2);
    expect(all(picture, 'circle')).toHaveLength(4);
  });

  it('shows a fever as a larger red dot on or above the limit line', () => {
    const dots = all(drawn([37.2, 37.3, 38.9]), 'circle');
    expect(dots.map((dot) => dot.getAttribute('r'))).toEqual(['3', '5', '5']);
  });

  it('keeps any possible temperature inside the picture', () => {
    for (const height of heights(drawn([30, 43]))) {
      expect(height).toBeGreaterThanOrEqual(0);
      expect(height).toBeLessThanOrEqual(110);
    }
  });

  it('is a picture also of nothing', () => expect(all(drawn([]), 'circle')).toHaveLength(0));
});
