import type { NetworkState } from './phone-handle';
import { settings } from './session';

export type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void;

const slowDelay = 2000;
const listeners = new Set<NetworkListener>();
const drawers = new Set<() => void>();
let state: NetworkState = isState(settings.network) ? settings.network : 'online';

export function isState(value: string): value is NetworkState {
  return ['online', 'slow', 'offline'].includes(value);
}

export const networkState = (): NetworkState => state;
export const networkType = (): string => ({ online: '4g', slow: '3g', offline: 'none' })[state];

/** Switches the phone's network; the mini-program's listeners hear of it as on WeChat. */
export function setNetwork(next: NetworkState): void {
  if (next === state) return;
  state = next;
  for (const draw of drawers) draw();
  for (const listener of listeners)
    listener({ isConnected: state !== 'offline', networkType: networkType() });
}

export const onNetworkChange = (listener: NetworkListener): void => void listeners.add(listener);
export function offNetworkChange(listener?: NetworkListener): void {
  if (listener) listeners.delete(listener);
  else listeners.clear();
}

/** For the phone's own drawing, which the mini-program's `offNetworkStatusChange()` must not remove. */
export const redrawWithNetwork = (draw: () => void): void => void drawers.add(draw);

/** Waits as long as the network would; throws when there is none. `NetworkDown` becomes each API's own refusal. */
export async function passNetwork(): Promise<void> {
  if (state === 'offline') throw new NetworkDown();
  if (state === 'slow') await new Promise((resolve) => setTimeout(resolve, slowDelay));
  // The network may have gone while the request was under way.
  if (networkState() === 'offline') throw new NetworkDown();
}

export class NetworkDown extends Error {
  constructor() {
    super('network is down');
    this.name = 'NetworkDown';
  }
}
