import type { Persona } from '../runtime/persona';

export interface Message {
  seq: number;
  at: number;
  channel: 'subscription' | 'robot';
  to: string;
  templateId?: string;
  page?: string;
  content: Record<string, unknown>;
}

export interface LogLine {
  seq: number;
  at: number;
  function: string;
  level: string;
  text: string;
  requestID: string;
}

export interface CollectionSize {
  name: string;
  count: number;
}

export interface CollectionPage {
  total: number;
  documents: Record<string, unknown>[];
}

async function ask<T>(path: string, body?: object, openid?: string): Promise<T> {
  const response = await fetch(`/simulator/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** What the console asks of the simulator. */
export const simulator = {
  personas: () => ask<Persona[]>('personas'),
  clock: () => ask<{ now: number }>('clock'),
  advanceClock: (milliseconds: number) => ask<{ now: number }>('clock', { advance: milliseconds }),
  setClock: (time: number) => ask<{ now: number }>('clock', { set: time }),
  messages: () => ask<Message[]>('messages'),
  logs: (after: number) => ask<LogLine[]>(`logs?after=${after}`),
  collections: () => ask<CollectionSize[]>('collections'),
  collection: (name: string, offset: number, limit: number) =>
    ask<CollectionPage>(`collections/${encodeURIComponent(name)}?offset=${offset}&limit=${limit}`),
  giveNumber: (openid: string, phone: string) => ask<unknown>('phones', { phone }, openid),
};
