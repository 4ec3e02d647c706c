import { enterApplication } from './application';
import { isState, setNetwork } from './network';

/** What the page around the phone may ask of it. */
export type ConsoleMessage =
  { phone: 'network'; state: string } | { phone: 'open'; path: string; scene: number };

/** Listens to the console page, which shows the phone in a frame. */
export function followConsole(): void {
  window.addEventListener('message', ({ origin, data }: MessageEvent<Partial<ConsoleMessage> | null>) => {
    if (origin !== location.origin || !data) return;
    if (data.phone === 'network' && data.state !== undefined && isState(data.state)) setNetwork(data.state);
    if (data.phone === 'open' && data.path !== undefined)
      enterApplication({ path: data.path, scene: data.scene ?? 1014 });
  });
}
