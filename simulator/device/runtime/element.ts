/** Classes of the simulator's own interface carry this, so that no style of a mini-program reaches it, nor the other way. */
export const ownClass = (name: string): string => `sim-${name}`;

/** A new element with classes, text and children; the phone's own interface is drawn with it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  content: string | readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  if (className !== '') created.className = className.split(' ').map(ownClass).join(' ');
  if (typeof content === 'string') created.textContent = content;
  else created.append(...content);
  return created;
}

/** A button of the phone's own interface. */
export function button(className: string, text: string, onTap: () => void): HTMLButtonElement {
  const created = element('button', className, text);
  created.type = 'button';
  created.addEventListener('click', onTap);
  return created;
}

/** A small drawing from SVG path data, coloured like the text around it. */
export function drawing(paths: string, size: number, viewBox = '0 0 24 24'): HTMLElement {
  const holder = element('span', 'drawing');
  holder.innerHTML = `<svg viewBox="${viewBox}" width="${size}" height="${size}" aria-hidden="true">${paths}</svg>`;
  return holder;
}
