export type NetworkState = 'online' | 'slow' | 'offline';

/** One setData: which page or component, and the bytes of its JSON, which is what WeChat carries between threads. */
export interface SetDataEntry {
  path: string;
  bytes: number;
}

/** `window.phone`: what browser tests and the bench may read and do. */
export interface PhoneHandle {
  /** Whose phone this is. */
  readonly openid: string;
  /** All that would be wrong on a real phone or isn't emulated; to be asserted empty. */
  readonly problems: string[];
  /** Every setData so far with its size. */
  readonly setDataLog: SetDataEntry[];
  /** What the phone read aloud, in order. */
  readonly spoken: readonly string[];
  setNetwork(state: NetworkState): void;
  /** The visible page's path; empty until the first page is there. */
  route(): string;
  /** The visible page's data. */
  pageData(): Record<string, unknown>;
}

declare global {
  interface Window {
    phone: PhoneHandle;
  }
}
