import type { ServerResponse } from 'node:http';

export type SimulatorEvent =
  { type: 'device-rebuilt' | 'functions-rebuilt' | 'message' } | { type: 'clock'; now: number };

const HEARTBEAT = 20_000;

/** Server-sent events for the pages around the phone. */
export class EventStream {
  readonly #listeners = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT).unref();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': welcome\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  send(event: SimulatorEvent): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#listeners) response.end();
  }

  #write(text: string): void {
    for (const response of this.#listeners) response.write(text);
  }
}
