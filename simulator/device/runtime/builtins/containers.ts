import type { Builtin } from './definition';

const box = (name: string, properties: Builtin['properties'] = {}): Builtin => ({ name, properties });

/** Boxes whose drawing is all in the style sheet. */
export const containers: Builtin[] = [
  box('view'),
  box('cover-view', { scrollTop: null }),
  box('block'),
  box('root-portal', { enable: { type: Boolean, value: true } }),
  box('share-element', { key: String, transform: Boolean, duration: Number, easingFunction: String }),
  box('page-meta', {
    backgroundTextStyle: String,
    backgroundColor: String,
    rootBackgroundColor: String,
    pageStyle: String,
    pageFontSize: String,
    rootFontSize: String,
    pageOrientation: String,
  }),
  {
    name: 'page-container',
    attributes: ['show', 'position'],
    properties: {
      show: Boolean,
      duration: { type: Number, value: 300 },
      zIndex: { type: Number, value: 100 },
      overlay: { type: Boolean, value: true },
      position: { type: String, value: 'bottom' },
      round: Boolean,
      closeOnSlideDown: Boolean,
      overlayStyle: String,
      customStyle: String,
    },
    setup: (node) => ({
      show: (shown) => {
        node.fire(shown ? 'enter' : 'leave');
        node.fire(shown ? 'afterenter' : 'afterleave');
      },
    }),
  },
];
