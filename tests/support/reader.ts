import type { ReachRow } from '../../cloudfunctions/contracts';
import { newRequestId } from './forms';
import type { Phone } from './township';

/** A household that gets a notice: two phones and its own luck, the same each run; and whoever ticks it off. */
export type Reader = {
  householdId: string;
  gridId: string;
  phones: readonly [Phone, Phone];
  teller: Phone;
  luck: () => number;
};

export type Did = 'opened' | 'read' | 'confirmed' | 'told';
/** What a household was answered that it did, and how many of its calls were answered and refused. */
export type Answered = { did: Set<Did>; answered: number; refused: number };

/** Of ten households: how many open, read to the end, confirm, are told on top of that; and of their calls, how many come twice. */
const OF_TEN = { opened: 9, read: 7, confirmed: 6, told: 3, twice: 4, inbox: 5 };
/** Nobody reads to the end in less. */
const SECONDS = 20;

/**
 * Does all that a household does with a notice, all at once: steps in any order, from both phones, some sent twice, some without the grid that the list
 * names. What came of it is answered as the phones were answered.
 */
export async function readNotice(reader: Reader, noticeId: string): Promise<Answered> {
  const result: Answered = { did: new Set(), answered: 0, refused: 0 };
  const { luck } = reader;
  const calls = shuffled(
    (['opened', 'read', 'confirmed', 'told'] as const).flatMap((step) => {
      if (luck() * 10 >= OF_TEN[step]) return [];
      const call = callOf(reader, noticeId, step);
      return luck() * 10 < OF_TEN.twice ? [call, call] : [call];
    }),
    luck,
  );
  const looks = luck() * 10 < OF_TEN.inbox ? reader.phones.map((phone) => inbox(phone)) : [];
  await Promise.all([
    ...looks,
    ...calls.map(async ({ step, send }) => {
      const reply = await send();
      result[reply.ok ? 'answered' : 'refused'] += 1;
      if (reply.ok) result.did.add(step);
    }),
  ]);
  return result;
}

type Call = { step: Did; send: () => Promise<{ ok: boolean }> };

function callOf({ householdId, gridId, phones, teller, luck }: Reader, noticeId: string, step: Did): Call {
  // Who came by a shared card knows no grid.
  const opening = luck() < 0.5 ? { noticeId, gridId } : { noticeId };
  const phone = luck() < 0.5 ? phones[0] : phones[1];
  switch (step) {
    case 'opened':
      return { step, send: () => phone.call('notices', 'open', opening) };
    case 'read':
      return { step, send: () => phone.call('notices', 'read', { ...opening, seconds: SECONDS }) };
    case 'confirmed':
      return { step, send: () => phone.call('notices', 'confirm', opening) };
    case 'told': {
      const how: 'phone' | 'door' = luck() < 0.5 ? 'phone' : 'door';
      const telling = { requestId: newRequestId(), noticeId, gridId, householdId, how };
      return { step, send: () => tell(teller, telling) };
    }
  }
}

type Telling = {
  requestId: string;
  noticeId: string;
  gridId: string;
  householdId: string;
  how: 'phone' | 'door';
};
const tell = async (teller: Phone, telling: Telling): Promise<{ ok: boolean; data?: ReachRow }> =>
  teller.call('reach', 'tell', telling);

const inbox = async (phone: Phone): Promise<unknown> => phone.get('notices', 'inbox', {});

function shuffled<T>(all: readonly T[], luck: () => number): T[] {
  return all
    .map((one) => ({ one, place: luck() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
