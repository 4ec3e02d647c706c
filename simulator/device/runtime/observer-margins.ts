import { component } from 'glass-easel-miniprogram-adapter';

type Margins = { left?: number; right?: number; top?: number; bottom?: number };
type Observer = ReturnType<component.GeneralComponent['createIntersectionObserver']>;
type Create = (this: component.GeneralComponent, options?: object) => Observer;

const NONE = { left: 0, right: 0, top: 0, bottom: 0 };

/** WeChat takes the margins that are given and 0 for the others; the adapter wants all four. */
export function fillObserverMargins(): void {
  const prototype = component.ComponentCaller.prototype as component.GeneralComponent;
  const original: Create = Reflect.get(prototype, 'createIntersectionObserver');
  const filled: Create = function (options = {}) {
    const observer = original.call(this, options);
    const toViewport = observer.relativeToViewport.bind(observer);
    const toNode = observer.relativeTo.bind(observer);
    return Object.assign(observer, {
      relativeToViewport: (margins?: Margins) => toViewport({ ...NONE, ...margins }),
      relativeTo: (selector: string, margins?: Margins) => toNode(selector, { ...NONE, ...margins }),
    });
  };
  Object.assign(prototype, { createIntersectionObserver: filled });
}
