import { nodeOf, type Builtin, type BuiltinNode } from './definition';

/** The columns of a picker-view and which item of each stands in the middle. */
function columnsOf(node: BuiltinNode): HTMLElement[] {
  return [...node.host.querySelectorAll<HTMLElement>('wx-picker-view-column')];
}

const itemHeight = (column: HTMLElement): number =>
  (column.firstElementChild as HTMLElement | null)?.offsetHeight ?? 34;

export const pickerView: Builtin[] = [
  {
    name: 'picker-view',
    properties: {
      value: { type: Array, value: [] },
      indicatorStyle: String,
      indicatorClass: String,
      maskStyle: String,
      maskClass: String,
      immediateChange: Boolean,
      name: String,
    },
    setup: (node) => ({
      value: (value) => {
        requestAnimationFrame(() => {
          columnsOf(node).forEach((column, index) => {
            column.scrollTop = (Number((value as unknown[])[index]) || 0) * itemHeight(column);
          });
        });
      },
    }),
  },
  {
    name: 'picker-view-column',
    setup(node) {
      const { host } = node;
      let turning = false;
      host.addEventListener('scroll', () => {
        if (turning) return;
        turning = true;
        nodeOf(host.closest('wx-picker-view'))?.fire('pickstart');
      });
      host.addEventListener('scrollend', () => {
        turning = false;
        const view = nodeOf(host.closest('wx-picker-view'));
        if (!view) return;
        const value = columnsOf(view).map((column) => Math.round(column.scrollTop / itemHeight(column)));
        const before = view.value('value') as unknown[];
        view.fire('pickend');
        if (value.some((position, index) => position !== Number(before[index] ?? 0))) {
          view.set({ value });
          view.fire('change', { value });
        }
      });
      return undefined;
    },
  },
];
