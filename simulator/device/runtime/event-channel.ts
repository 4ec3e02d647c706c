type Listener = (...values: unknown[]) => void;

/** The two-way channel between a page and the one it opened (EventChannel). */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    const kept = listener
      ? (this.listeners.get(name) ?? []).filter((entry) => entry.listener !== listener)
      : [];
    this.listeners.set(name, kept);
  }

  emit(name: string, ...values: unknown[]): void {
    const entries = this.listeners.get(name) ?? [];
    this.listeners.set(
      name,
      entries.filter(({ once }) => !once),
    );
    for (const { listener } of entries) listener(...values);
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }]);
  }
}
