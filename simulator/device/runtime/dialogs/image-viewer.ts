import { assetUrl } from '../assets';
import { element } from '../element';
import { layers } from '../screen';

/** Shows pictures over the whole screen; a tap closes it, a swipe turns. */
export function openImages(urls: readonly string[], start: number): void {
  const pictures = urls.map((url) => {
    const picture = element('img');
    picture.src = assetUrl(url);
    return picture;
  });
  const strip = element('div', 'viewer-strip', pictures);
  const viewer = element('div', 'viewer', [strip]);
  viewer.addEventListener('click', () => viewer.remove());
  layers.overlay.append(viewer);
  strip.scrollLeft = strip.clientWidth * start;
}
