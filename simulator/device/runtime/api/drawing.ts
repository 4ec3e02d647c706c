import type { component } from 'glass-easel-miniprogram-adapter';
import { SelectorQuery } from '../selector-query';
import { topPage } from '../stack';
import { createAnimation } from '../animation';

type Caller = component.GeneralComponent;

const topCaller = (): Caller => topPage()?.instance as unknown as Caller;

export const drawing = {
  createSelectorQuery: () => new SelectorQuery(topCaller()),
  createIntersectionObserver: (
    scope: Caller | undefined,
    options?: { thresholds?: number[]; observeAll?: boolean },
  ) => (scope ?? topCaller()).createIntersectionObserver(options),
  createMediaQueryObserver: (scope?: Caller) => (scope ?? topCaller()).createMediaQueryObserver(),
  createAnimation,
  createOffscreenCanvas: ({ width = 1, height = 1 }: { width?: number; height?: number } = {}) =>
    Object.assign(new OffscreenCanvas(width, height), { createImage: () => new Image() }),
  nextTick: (callback: () => void): void => queueMicrotask(callback),
};
