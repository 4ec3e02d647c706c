import { element } from '../element';
import { registerControl } from './controls';
import type { Builtin } from './definition';

export const measures: Builtin[] = [
  {
    name: 'progress',
    properties: {
      percent: Number,
      showInfo: Boolean,
      borderRadius: null,
      fontSize: null,
      strokeWidth: { type: null, value: 6 },
      color: String,
      activeColor: { type: String, value: '#09bb07' },
      backgroundColor: { type: String, value: '#ebebeb' },
      active: Boolean,
      activeMode: String,
      duration: Number,
    },
    setup(node) {
      const filled = element('i');
      const info = element('span');
      const track = element('div', 'progress-track', [filled]);
      node.host.append(track, info);
      const draw = (): void => {
        filled.style.width = `${node.number('percent')}%`;
        filled.style.background = node.text('color') || node.text('activeColor');
        track.style.background = node.text('backgroundColor');
        track.style.height = `${node.number('strokeWidth')}px`;
        info.textContent = node.flag('showInfo') ? `${node.number('percent')}%` : '';
      };
      return Object.fromEntries(
        ['percent', 'color', 'activeColor', 'backgroundColor', 'strokeWidth', 'showInfo'].map((name) => [
          name,
          draw,
        ]),
      );
    },
  },
  {
    name: 'slider',
    properties: {
      value: Number,
      min: Number,
      max: { type: Number, value: 100 },
      step: { type: Number, value: 1 },
      disabled: Boolean,
      name: String,
      showValue: Boolean,
      color: String,
      selectedColor: String,
      activeColor: { type: String, value: '#1aad19' },
      backgroundColor: String,
      blockSize: { type: Number, value: 28 },
      blockColor: String,
    },
    setup(node) {
      const input = element('input');
      input.type = 'range';
      const shown = element('span');
      node.host.append(input, shown);
      const draw = (): void => {
        Object.assign(input, { min: node.text('min'), max: node.text('max'), step: node.text('step') });
        input.value = node.text('value');
        input.disabled = node.flag('disabled');
        input.style.accentColor = node.text('activeColor');
        shown.textContent = node.flag('showValue') ? input.value : '';
      };
      input.addEventListener('input', (event) => {
        event.stopPropagation();
        node.fire('changing', { value: Number(input.value) });
      });
      input.addEventListener('change', (event) => {
        event.stopPropagation();
        node.set({ value: Number(input.value) });
        node.fire('change', { value: Number(input.value) });
      });
      registerControl(node.host, {
        value: () => Number(input.value),
        reset: () => node.set({ value: node.number('min') }),
      });
      return Object.fromEntries(
        ['min', 'max', 'step', 'value', 'disabled', 'activeColor', 'showValue'].map((name) => [name, draw]),
      );
    },
  },
];
