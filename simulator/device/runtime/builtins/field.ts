import { element } from '../element';
import { onActivate } from './activation';
import { registerControl } from './controls';
import type { Builtin, BuiltinNode, Watchers } from './definition';
import { textOf } from './text-of';

const properties: Builtin['properties'] = {
  name: String,
  value: { type: null, value: '' },
  placeholder: String,
  placeholderStyle: String,
  placeholderClass: { type: String, value: 'input-placeholder' },
  disabled: Boolean,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: null,
  cursorColor: String,
  confirmType: String,
  confirmHold: Boolean,
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  alwaysEmbed: Boolean,
  alwaysSystem: Boolean,
  safePasswordCertPath: String,
};

const keyboards: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel', idcard: 'text' };

type Field = HTMLInputElement | HTMLTextAreaElement;

export const fields: Builtin[] = [
  {
    name: 'input',
    attributes: ['disabled'],
    properties: { ...properties, type: { type: String, value: 'text' }, password: Boolean },
    setup(node) {
      const input = element('input');
      const kind = (): void => {
        input.type = node.flag('password') ? 'password' : 'text';
        input.inputMode = keyboards[node.text('type')] ?? 'text';
      };
      input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') node.fire('confirm', { value: input.value });
      });
      return { ...field(node, input), type: kind, password: kind };
    },
  },
  {
    name: 'textarea',
    attributes: ['disabled', 'autoHeight'],
    properties: {
      ...properties,
      autoHeight: Boolean,
      fixed: Boolean,
      showConfirmBar: { type: Boolean, value: true },
      disableDefaultPadding: Boolean,
    },
    setup(node) {
      const area = element('textarea');
      let lines = 0;
      const countLines = (): void => {
        const height = parseFloat(getComputedStyle(area).lineHeight) || 20;
        const count = Math.max(1, Math.round(area.scrollHeight / height));
        if (count !== lines)
          node.fire('linechange', { height: area.scrollHeight, lineCount: (lines = count) });
      };
      area.addEventListener('input', countLines);
      return field(node, area);
    },
  },
];

/** What input and textarea have in common: the value in both directions, focus, and the placeholder. */
function field(node: BuiltinNode, input: Field): Watchers {
  node.host.append(input);
  let initial: string | undefined;
  let valueAtFocus = '';
  registerControl(node.host, {
    value: () => input.value,
    reset: () => {
      input.value = initial ?? '';
      node.set({ value: input.value });
    },
  });
  onActivate(node.host, () => input.focus());
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    node.set({ value: input.value });
    node.fire('input', {
      value: input.value,
      cursor: input.selectionStart ?? input.value.length,
      keyCode: 0,
    });
  });
  input.addEventListener('focus', () => {
    valueAtFocus = input.value;
    node.fire('focus', { value: input.value, height: 0 });
    node.fire('keyboardheightchange', { height: 0, duration: 0 });
  });
  input.addEventListener('blur', () => {
    node.fire('blur', { value: input.value, cursor: input.selectionStart ?? 0 });
    if (input.value !== valueAtFocus) node.fire('change', { value: input.value });
  });
  const focus = (wanted: unknown): void => {
    if (wanted === true) setTimeout(() => input.focus());
    else if (document.activeElement === input) input.blur();
  };
  return {
    value: (value) => {
      const text = textOf(value);
      initial ??= text;
      if (input.value !== text) input.value = text;
    },
    placeholder: (text) => (input.placeholder = textOf(text)),
    placeholderStyle: (style) => node.host.style.setProperty('--placeholder-color', colourIn(textOf(style))),
    disabled: (disabled) => (input.disabled = disabled === true),
    maxlength: (length) => {
      if (Number(length) >= 0) input.maxLength = Number(length);
      else input.removeAttribute('maxlength');
    },
    focus,
    autoFocus: (wanted) => {
      if (wanted === true) focus(true);
    },
    ariaLabel: (label) => {
      // The words name the box that one types into, not the element around it as well.
      node.host.removeAttribute('aria-label');
      input.setAttribute('aria-label', textOf(label));
    },
  };
}

const colourIn = (style: string): string | null => /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(style)?.[1] ?? null;
