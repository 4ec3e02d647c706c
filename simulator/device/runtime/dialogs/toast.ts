import { drawing, element } from '../element';
import { layers } from '../screen';
import { assetUrl } from '../assets';

const drawings: Record<string, string> = {
  success:
    '<path d="m4 13 5 5L20 7" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>',
  error:
    '<path d="M12 5v9m0 4v1" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/><circle cx="12" cy="12" r="10.6" fill="none" stroke="currentColor" stroke-width="1.6"/>',
};

export interface ToastOptions {
  title?: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  duration?: number;
  mask?: boolean;
}

let shown: { node: HTMLElement; timer: number } | undefined;

export function showToast({
  title = '',
  icon = 'success',
  image,
  duration = 1500,
  mask,
}: ToastOptions): void {
  show(title, image === undefined ? iconNode(icon) : picture(image), mask ?? false, duration);
}

export function showLoading({ title = '', mask }: { title?: string; mask?: boolean }): void {
  show(title, iconNode('loading'), mask ?? false);
}

/** Closes whichever is shown: on WeChat, too, a toast and a loading take each other's place. */
export function hideToast(): void {
  if (!shown) return;
  window.clearTimeout(shown.timer);
  shown.node.remove();
  shown = undefined;
}

function show(title: string, icon: Node[], mask: boolean, duration?: number): void {
  hideToast();
  const box = element('div', icon.length > 0 ? 'toast toast-icon' : 'toast', [
    ...icon,
    element('span', '', title),
  ]);
  box.role = 'status';
  const node = element('div', mask ? 'toast-layer toast-mask' : 'toast-layer', [box]);
  layers.overlay.append(node);
  shown = { node, timer: duration === undefined ? 0 : window.setTimeout(hideToast, duration) };
}

function iconNode(icon: ToastOptions['icon']): Node[] {
  if (icon === 'loading') return [element('i', 'spinner')];
  const paths = drawings[icon ?? 'none'];
  return paths === undefined ? [] : [drawing(paths, 40)];
}

function picture(source: string): Node[] {
  const image = element('img', 'toast-image');
  image.src = assetUrl(source);
  return [image];
}
