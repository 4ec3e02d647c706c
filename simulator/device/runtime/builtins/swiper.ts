import { element } from '../element';
import type { Builtin, BuiltinNode } from './definition';

const itemsOf = (node: BuiltinNode): HTMLElement[] => [
  ...node.host.querySelectorAll<HTMLElement>(':scope > wx-swiper-item, :scope > * > wx-swiper-item'),
];

export const swiper: Builtin[] = [
  { name: 'swiper-item', properties: { itemId: String, skipHiddenItemLayout: Boolean } },
  {
    name: 'swiper',
    attributes: ['vertical'],
    properties: {
      indicatorDots: Boolean,
      indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
      indicatorActiveColor: { type: String, value: '#000000' },
      autoplay: Boolean,
      current: Number,
      currentItemId: String,
      interval: { type: Number, value: 5000 },
      duration: { type: Number, value: 500 },
      circular: Boolean,
      vertical: Boolean,
      previousMargin: { type: String, value: '0px' },
      nextMargin: { type: String, value: '0px' },
      snapToEdge: Boolean,
      displayMultipleItems: { type: Number, value: 1 },
      easingFunction: String,
      scrollWithAnimation: Boolean,
      cacheExtent: Number,
      layoutType: String,
    },
    setup(node) {
      const { host } = node;
      let at = 0;
      let timer = 0;
      const dots = element('div', 'swiper-dots');

      const size = (): number => (node.flag('vertical') ? host.clientHeight : host.clientWidth) || 1;
      const drawDots = (): void => {
        dots.hidden = !node.flag('indicatorDots');
        dots.replaceChildren(
          ...itemsOf(node).map((_, index) => {
            const dot = element('i');
            dot.style.background = node.text(index === at ? 'indicatorActiveColor' : 'indicatorColor');
            return dot;
          }),
        );
      };
      const go = (index: number, smooth: boolean): void => {
        const place = index * size();
        const behavior = smooth ? 'smooth' : 'auto';
        host.scrollTo(node.flag('vertical') ? { top: place, behavior } : { left: place, behavior });
      };
      const autoplay = (): void => {
        window.clearInterval(timer);
        if (!node.flag('autoplay')) return;
        timer = window.setInterval(() => {
          if (!host.isConnected) window.clearInterval(timer);
          else if (!host.closest('[hidden]')) go((at + 1) % Math.max(1, itemsOf(node).length), true);
        }, node.number('interval'));
      };
      host.append(dots);
      host.addEventListener('scroll', () => {
        const next = Math.round((node.flag('vertical') ? host.scrollTop : host.scrollLeft) / size());
        if (next === at) return;
        at = next;
        drawDots();
        node.set({ current: at });
        node.fire('change', { current: at, currentItemId: '', source: 'touch' });
      });
      host.addEventListener('scrollend', () =>
        node.fire('animationfinish', { current: at, source: 'touch' }),
      );
      return {
        current: (current) => {
          requestAnimationFrame(() => {
            if (Number(current) !== at) go(Number(current), false);
            drawDots();
          });
        },
        autoplay,
        interval: autoplay,
        indicatorDots: drawDots,
      };
    },
  },
];
