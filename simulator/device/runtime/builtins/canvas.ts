import { element } from '../element';
import { notEmulated } from '../problems';
import type { Builtin } from './definition';

export const canvas: Builtin = {
  name: 'canvas',
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  setup(node) {
    node.host.append(element('canvas'));
    return {
      type: (type) => {
        if (type !== '2d') notEmulated(`<canvas type="${String(type as string)}">，请用 type="2d"`);
      },
      disableScroll: (disabled) => {
        node.host.style.touchAction = disabled === true ? 'none' : '';
      },
    };
  },
};
