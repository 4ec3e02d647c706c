import type { Element as GlassElement, GeneralComponent } from 'glass-easel';

/** The glass-easel node behind a DOM element, looking upwards if it has none itself. */
export function glassNodeAt(node: Node | null): GlassElement | undefined {
  for (let at = node; at; at = at.parentNode) {
    const found = (at as Node & { __wxElement?: GlassElement }).__wxElement;
    if (found) return found;
  }
  return undefined;
}

/** The DOM element that a glass-easel node is drawn as; a virtual host answers with its first drawn child. */
export function domOf(node: GlassElement | GeneralComponent | null | undefined): HTMLElement | undefined {
  if (!node) return undefined;
  const own: unknown = node.getBackendElement();
  if (own instanceof HTMLElement) return own;
  const shadow = 'getShadowRoot' in node ? node.getShadowRoot() : null;
  for (const child of shadow?.childNodes ?? []) {
    const drawn: unknown = child.getBackendElement();
    if (drawn instanceof HTMLElement) return drawn;
  }
  return undefined;
}
