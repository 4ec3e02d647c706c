import { activate } from './activation';
import type { Builtin } from './definition';

const control = 'wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea, wx-picker, wx-button';

export const forms: Builtin[] = [
  { name: 'form', properties: { reportSubmit: Boolean, reportSubmitTimeout: Number } },
  {
    name: 'label',
    properties: { for: String },
    setup: (node) => {
      node.onTap(() => {
        const named = node.text('for');
        const target =
          named === ''
            ? node.host.querySelector(control)
            : node.host.getRootNode() instanceof Document
              ? document.querySelector(`:is([id="${named}"], [id$="--${named}"])`)
              : null;
        if (target) activate(target);
      });
      return undefined;
    },
  },
];
