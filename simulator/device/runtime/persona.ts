import { askSimulator, openid } from './session';

export interface Persona {
  openid: string;
  name: string;
  title: string;
  group: string;
  phone: string;
  home: string;
}

let known: Promise<Persona | undefined> | undefined;

/** Who holds this phone, if it is one of the demo's people and not a new phone. */
export function persona(): Promise<Persona | undefined> {
  known ??= askSimulator<Persona[]>('/simulator/personas').then((personas) =>
    personas.find((one) => one.openid === openid),
  );
  return known;
}

/** The number of the phone's SIM: the persona's, or the one typed in for a new phone. */
export async function simNumber(): Promise<string> {
  const one = await persona();
  return one?.phone ?? localStorage.getItem(`sim:${openid}`) ?? '';
}
