import { element } from '../element';
import { notEmulated } from '../problems';
import type { Builtin } from './definition';
import { textOf } from './text-of';

export const canvas: Builtin = {
  name: 'canvas',
  properties: { type: String, canvasId: String, disableScroll: Boolean },
  setup(node) {
    node.host.append(element('canvas'));
    return {
      type: (type) => {
        if (type !== '2d') notEmulated(`<canvas type="${textOf(type)}">，请用 type="2d"`);
      },
      disableScroll: (disabled) => {
        node.host.style.touchAction = disabled === true ? 'none' : '';
      },
    };
  },
};
