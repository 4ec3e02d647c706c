import { simulator } from './simulator-api';
import type { Persona } from '../runtime/persona';

const key = 'console:new-phones';

const newPhones = (): Persona[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Persona[];

/** Everybody whose phone can be held: the demo's people and the new phones made here. */
export async function loadHolders(): Promise<Persona[]> {
  return [...(await simulator.personas()), ...newPhones()];
}

/** A phone of somebody the township doesn't know yet: a random openid and a SIM with the typed number. */
export async function createNewPhone(phone: string): Promise<Persona> {
  const openid = `new-${crypto.randomUUID().slice(0, 8)}`;
  await simulator.giveNumber(openid, phone);
  localStorage.setItem(`sim:${openid}`, phone);
  const holder: Persona = {
    openid,
    name: '新用户',
    title: `手机号 ${phone.slice(0, 3)}****${phone.slice(7)}`,
    group: '新手机',
    phone,
    home: '',
  };
  localStorage.setItem(key, JSON.stringify([...newPhones(), holder]));
  return holder;
}
