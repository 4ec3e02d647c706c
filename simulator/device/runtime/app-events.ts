type Listener = (event: unknown) => void;

/** wx.onAppShow and its kin, by the App lifetime that they accompany. */
const names = {
  onShow: 'AppShow',
  onHide: 'AppHide',
  onError: 'Error',
  onUnhandledRejection: 'UnhandledRejection',
  onPageNotFound: 'PageNotFound',
} as const;

export type AppLifetime = keyof typeof names;

const listeners = new Map<string, Set<Listener>>(Object.values(names).map((name) => [name, new Set()]));

/** Tells the listeners of what App's own lifetime also hears. */
export function tellAppListeners(lifetime: string, event: unknown): void {
  const name = names[lifetime as AppLifetime] as string | undefined;
  for (const listener of listeners.get(name ?? '') ?? []) listener(event);
}

/** The on… and off… functions of wx. */
export const appEvents: Record<string, (listener?: Listener) => void> = Object.fromEntries(
  [...listeners].flatMap(([name, all]) => {
    const add = (listener?: Listener): void => {
      if (listener) all.add(listener);
    };
    const remove = (listener?: Listener): void => {
      if (listener) all.delete(listener);
      else all.clear();
    };
    return [
      [`on${name}`, add],
      [`off${name}`, remove],
    ];
  }),
);
