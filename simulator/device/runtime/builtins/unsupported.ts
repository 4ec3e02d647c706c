import { notEmulated } from '../problems';
import type { Builtin } from './definition';

const tags =
  'ad ad-custom audio camera channel-live channel-video cover-image editor functional-page-navigator grid-view keyboard-accessory list-view live-player live-pusher map match-media navigation-bar official-account open-data snapshot sticky-header sticky-section store-home store-product video voip-room web-view wxs xr-frame';

/** Built-ins that a browser can't be for WeChat: each says so where it stands, and fails the browser test. */
export const unsupported: Builtin[] = tags.split(' ').map((name) => ({
  name,
  setup(node) {
    node.host.textContent = `未模拟：<${name}>`;
    notEmulated(`<${name}>`);
    return undefined;
  },
}));
