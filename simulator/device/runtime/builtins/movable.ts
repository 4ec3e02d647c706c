import type { Builtin } from './definition';

/** movable-area and movable-view: dragged with one finger, kept inside the area. */
export const movable: Builtin[] = [
  { name: 'movable-area', properties: { scaleArea: Boolean } },
  {
    name: 'movable-view',
    properties: {
      direction: { type: String, value: 'none' },
      x: null,
      y: null,
      inertia: Boolean,
      outOfBounds: Boolean,
      damping: Number,
      friction: Number,
      disabled: Boolean,
      scale: Boolean,
      scaleMin: Number,
      scaleMax: Number,
      scaleValue: Number,
      animation: null,
    },
    setup(node) {
      let at = { x: 0, y: 0 };
      let grip: { x: number; y: number } | undefined;
      const place = (x: number, y: number, source: string): void => {
        const area = node.host.closest('wx-movable-area');
        const limit = (value: number, room: number): number =>
          Math.max(Math.min(0, room), Math.min(Math.max(0, room), value));
        at = {
          x: limit(x, (area?.clientWidth ?? 0) - node.host.offsetWidth),
          y: limit(y, (area?.clientHeight ?? 0) - node.host.offsetHeight),
        };
        node.host.style.transform = `translate(${at.x}px, ${at.y}px)`;
        node.fire('change', { ...at, source });
      };
      node.host.addEventListener('touchstart', ({ touches: [touch] }) => {
        if (touch && !node.flag('disabled')) grip = { x: touch.clientX - at.x, y: touch.clientY - at.y };
      });
      window.addEventListener('touchmove', ({ touches: [touch] }) => {
        const direction = node.text('direction');
        if (!grip || !touch || direction === 'none') return;
        const x = direction === 'vertical' ? at.x : touch.clientX - grip.x;
        const y = direction === 'horizontal' ? at.y : touch.clientY - grip.y;
        place(x, y, 'touch');
      });
      window.addEventListener('touchend', () => (grip = undefined));
      const moved = (): void => place(parseFloat(node.text('x')) || 0, parseFloat(node.text('y')) || 0, '');
      return { x: moved, y: moved };
    },
  },
];
