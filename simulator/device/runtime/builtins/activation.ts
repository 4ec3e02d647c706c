const actions = new WeakMap<Element, () => void>();

/** What a tap on the surrounding label does to this control. */
export const onActivate = (host: HTMLElement, action: () => void): void => void actions.set(host, action);

export const activate = (host: Element): void => actions.get(host)?.();
