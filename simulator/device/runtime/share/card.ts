import { openid } from '../session';

/** A mini-program card in a chat. Cards are seen by every phone of this browser, as chats are by their members. */
export interface Card {
  id: string;
  title: string;
  path: string;
  imageUrl: string;
  /** Sender's openid. */
  from: string;
  sentAt: number;
  openGid: string;
  group: string;
}

const key = 'chat-cards';
const most = 50;

export const cards = (): Card[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Card[];

export function sendCard(card: Omit<Card, 'id' | 'from' | 'sentAt'>): void {
  const sent: Card = { ...card, id: Math.random().toString(36).slice(2), from: openid, sentAt: Date.now() };
  localStorage.setItem(key, JSON.stringify([...cards(), sent].slice(-most)));
}
