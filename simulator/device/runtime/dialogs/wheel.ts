import { element } from '../element';

const itemHeight = 48;

export interface Wheel {
  node: HTMLElement;
  index(): number;
  /** Replaces the items, keeping the index where it still exists. */
  fill(items: readonly string[], index: number): void;
}

/** One column of a picker: scrolls and snaps under a finger, and takes a tap on any item. */
export function createWheel(
  items: readonly string[],
  index: number,
  onChange: (index: number) => void,
): Wheel {
  const node = element('div', 'wheel');
  node.role = 'listbox';
  let selected = 0;
  let size = 0;

  const turn = (): void => {
    node.scrollTop = selected * itemHeight;
  };
  const mark = (next: number): void => {
    node.children[selected + 1]?.removeAttribute('aria-selected');
    selected = Math.max(0, Math.min(size - 1, next));
    node.children[selected + 1]?.setAttribute('aria-selected', 'true');
  };
  const move = (next: number): void => {
    const before = selected;
    mark(next);
    turn();
    if (selected !== before) onChange(selected);
  };
  const fill = (texts: readonly string[], at: number): void => {
    size = texts.length;
    const options = texts.map((text, position) => {
      const option = element('div', 'wheel-item', text);
      option.role = 'option';
      option.addEventListener('click', () => move(position));
      return option;
    });
    node.replaceChildren(element('div', 'wheel-space'), ...options, element('div', 'wheel-space'));
    mark(at);
    turn();
    // A wheel can only be turned once it is drawn.
    if (!node.isConnected) requestAnimationFrame(turn);
  };
  node.addEventListener('scrollend', () => {
    const at = Math.round(node.scrollTop / itemHeight);
    if (at !== selected) {
      mark(at);
      onChange(selected);
    }
  });
  fill(items, index);
  return { node, index: () => selected, fill };
}
