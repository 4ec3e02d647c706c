import { setClock } from './clock';

type SimulatorEvent =
  { type: 'device-rebuilt' | 'functions-rebuilt' | 'message' } | { type: 'clock'; now: number };

/** Follows the simulator while the phone is open: the clock moves, and a rebuilt mini-program is loaded anew. */
export function followSimulatorEvents(): void {
  const source = new EventSource('/simulator/events');
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as SimulatorEvent;
    if (event.type === 'clock') setClock(event.now);
    if (event.type === 'device-rebuilt') location.reload();
  });
}
