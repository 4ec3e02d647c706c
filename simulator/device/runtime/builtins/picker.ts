import { openDateSheet } from '../dialogs/date-sheet';
import { openRegionSheet } from '../dialogs/region-sheet';
import { openTimeSheet } from '../dialogs/time-sheet';
import { createWheel, type Wheel } from '../dialogs/wheel';
import { openWheelSheet } from '../dialogs/wheel-sheet';
import { reportError } from '../problems';
import { onActivate } from './activation';
import { registerControl } from './controls';
import type { Builtin, BuiltinNode } from './definition';

/** What a picker's change event carries, or undefined when it was cancelled. */
type Choice = { value: unknown; code?: string[]; postcode?: string } | undefined;

export const picker: Builtin = {
  name: 'picker',
  attributes: ['disabled'],
  properties: {
    mode: { type: String, value: 'selector' },
    range: { type: Array, value: [] },
    rangeKey: String,
    value: { type: null, value: 0 },
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    customItem: String,
    level: { type: String, value: 'sub-district' },
    disabled: Boolean,
    name: String,
    headerText: String,
  },
  setup(node) {
    let open = false;
    const choose = async (): Promise<void> => {
      if (node.flag('disabled') || open) return;
      open = true;
      const choice = await ask(node).finally(() => (open = false));
      if (choice) {
        node.set({ value: choice.value });
        node.fire('change', choice);
      } else node.fire('cancel');
    };
    const press = (): void => void choose().catch((error: unknown) => reportError('picker', error));
    node.onTap(press);
    onActivate(node.host, press);
    registerControl(node.host, { value: () => node.value('value'), reset: () => node.set({ value: 0 }) });
    return undefined;
  },
};

async function ask(node: BuiltinNode): Promise<Choice> {
  const title = node.text('headerText');
  const limits = { start: node.text('start'), end: node.text('end') };
  const value = node.text('value');
  switch (node.text('mode')) {
    case 'date':
      return chosen(await openDateSheet({ title, value, ...limits, fields: node.text('fields') }));
    case 'time':
      return chosen(await openTimeSheet({ title, value, ...limits }));
    case 'region':
      return openRegionSheet(title, asArray(node.value('value')).map(String));
    case 'multiSelector':
      return chosen(await chooseInColumns(node, title));
    default:
      return chosen(await chooseOne(node, title));
  }
}

const chosen = (value: unknown): Choice => (value === undefined ? undefined : { value });

async function chooseOne(node: BuiltinNode, title: string): Promise<string | undefined> {
  const wheel = createWheel(
    texts(node, node.value('range')),
    Number(node.value('value')) || 0,
    () => undefined,
  );
  return (await openWheelSheet(title, [wheel])) ? String(wheel.index()) : undefined;
}

/** Columns may depend on each other: the page changes `range` when it hears of a column's change. */
async function chooseInColumns(node: BuiltinNode, title: string): Promise<number[] | undefined> {
  const positions = asArray(node.value('value')).map(Number);
  const wheels: Wheel[] = asArray(node.value('range')).map((column, index) =>
    createWheel(texts(node, column), positions[index] ?? 0, (value) => {
      node.fire('columnchange', { column: index, value });
    }),
  );
  const stop = node.watch({
    range: (range) => {
      asArray(range).forEach((column, index) =>
        wheels[index]?.fill(texts(node, column), wheels[index].index()),
      );
    },
    value: (value) => {
      asArray(value).forEach((position, index) => {
        const column = asArray(node.value('range'))[index];
        if (Number(position) !== wheels[index]?.index())
          wheels[index]?.fill(texts(node, column), Number(position));
      });
    },
  });
  const confirmed = await openWheelSheet(title, wheels);
  stop();
  return confirmed ? wheels.map((wheel) => wheel.index()) : undefined;
}

/** The words of a column: its items, or the items' `range-key`. */
function texts(node: BuiltinNode, column: unknown): string[] {
  const key = node.text('rangeKey');
  return asArray(column).map((item) =>
    String(key === '' ? item : ((item as Record<string, unknown>)[key] ?? '')),
  );
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
