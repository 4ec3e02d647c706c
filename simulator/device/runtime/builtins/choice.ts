import { element, ownClass } from '../element';
import { onActivate } from './activation';
import { around, registerControl } from './controls';
import { nodeOf, type Builtin, type BuiltinNode, type Watchers } from './definition';
import { textOf } from './text-of';

const properties: Builtin['properties'] = {
  value: { type: null, value: '' },
  checked: Boolean,
  disabled: Boolean,
  color: String,
  backgroundColor: String,
  borderColor: String,
  activeBackgroundColor: String,
  activeBorderColor: String,
  iconColor: String,
  name: String,
};

const inGroup = (group: Element, tag: string): BuiltinNode[] =>
  [...group.querySelectorAll(`wx-${tag}`)].map(nodeOf).filter((node) => node !== undefined);
const checkedValues = (group: Element, tag: string): string[] =>
  inGroup(group, tag)
    .filter((node) => node.flag('checked'))
    .map((node) => node.text('value'));

/** Draws a mark before the content and toggles on a tap, whether on itself or on its label. */
function toggling(node: BuiltinNode, mark: string, toggle: () => void): Watchers {
  const drawn = element('span', mark);
  node.host.prepend(drawn);
  const press = (): void => {
    if (!node.flag('disabled')) toggle();
  };
  node.onTap(() => {
    if (!around(node.host, 'label')) press();
  });
  onActivate(node.host, press);
  return {
    checked: (checked) => {
      drawn.classList.toggle(ownClass('checked'), checked === true);
      node.host.setAttribute('aria-checked', String(checked === true));
    },
    color: (color) => drawn.style.setProperty('--mark-color', color === '' ? null : textOf(color)),
  };
}

const group = (name: string, tag: string, value: (values: string[]) => unknown): Builtin => ({
  name,
  properties: { name: String },
  setup(node) {
    registerControl(node.host, {
      value: () => value(checkedValues(node.host, tag)),
      reset: () => {
        for (const member of inGroup(node.host, tag)) member.set({ checked: false });
      },
    });
    return undefined;
  },
});

export const choices: Builtin[] = [
  group('checkbox-group', 'checkbox', (values) => values),
  group('radio-group', 'radio', ([value]) => value ?? ''),
  {
    name: 'checkbox',
    role: 'checkbox',
    attributes: ['disabled'],
    properties,
    setup: (node) =>
      toggling(node, 'mark mark-checkbox', () => {
        node.set({ checked: !node.flag('checked') });
        const surrounding = around(node.host, 'checkbox-group');
        if (surrounding)
          nodeOf(surrounding)?.fire('change', { value: checkedValues(surrounding, 'checkbox') });
      }),
  },
  {
    name: 'radio',
    role: 'radio',
    attributes: ['disabled'],
    properties,
    setup: (node) =>
      toggling(node, 'mark mark-radio', () => {
        if (node.flag('checked')) return;
        const surrounding = around(node.host, 'radio-group');
        if (surrounding)
          for (const other of inGroup(surrounding, 'radio'))
            if (other !== node) other.set({ checked: false });
        node.set({ checked: true });
        nodeOf(surrounding)?.fire('change', { value: node.text('value') });
      }),
  },
  {
    name: 'switch',
    role: 'switch',
    attributes: ['disabled', 'type'],
    properties: { ...properties, type: { type: String, value: 'switch' } },
    setup(node) {
      registerControl(node.host, {
        value: () => node.flag('checked'),
        reset: () => node.set({ checked: false }),
      });
      return toggling(node, 'mark mark-switch', () => {
        node.set({ checked: !node.flag('checked') });
        node.fire('change', { value: node.flag('checked') });
      });
    },
  },
];
